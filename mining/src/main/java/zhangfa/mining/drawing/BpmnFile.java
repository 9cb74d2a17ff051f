package zhangfa.mining.drawing;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import zhangfa.flow.Xml;

/** Writes a drawing as BPMN 2.0 XML with its diagram interchange, so that any editor shows it as it is laid out. */
public final class BpmnFile {

    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String DD = "http://www.omg.org/spec/DD/20100524/DI";
    private static final String PROCESS = "process-1";

    private final XMLStreamWriter xml;

    private BpmnFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The file of a drawing. Characters that XML cannot hold are replaced by U+FFFD. */
    public static String write(Drawing drawing) {
        var out = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new BpmnFile(xml).definitions(drawing);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Writing to memory failed", impossible);
        }
        return out.toString();
    }

    private void definitions(Drawing drawing) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("definitions");
        xml.writeDefaultNamespace(Xml.BPMN);
        xml.writeNamespace("bpmndi", DI);
        xml.writeNamespace("dc", DC);
        xml.writeNamespace("di", DD);
        xml.writeAttribute("id", "definitions-1");
        xml.writeAttribute("targetNamespace", "urn:zhangfa:mining:1");
        process(drawing);
        diagram(drawing);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void process(Drawing drawing) throws XMLStreamException {
        start(1, "process", PROCESS);
        xml.writeAttribute("isExecutable", "false");
        for (var shape : drawing.shapes()) {
            start(2, shape.kind().tag(), shape.id());
            if (!shape.name().isEmpty()) {
                xml.writeAttribute("name", legal(shape.name()));
            }
            references(drawing, shape);
            end(2);
        }
        for (var line : drawing.lines()) {
            start(2, "sequenceFlow", line.id());
            xml.writeAttribute("sourceRef", line.source());
            xml.writeAttribute("targetRef", line.target());
            xml.writeEndElement();
        }
        end(1);
    }

    private void references(Drawing drawing, Shape shape) throws XMLStreamException {
        for (var line : drawing.lines()) {
            if (line.target().equals(shape.id())) {
                reference("incoming", line);
            }
        }
        for (var line : drawing.lines()) {
            if (line.source().equals(shape.id())) {
                reference("outgoing", line);
            }
        }
    }

    private void reference(String tag, Line line) throws XMLStreamException {
        indent(3);
        xml.writeStartElement(tag);
        xml.writeCharacters(line.id());
        xml.writeEndElement();
    }

    private void diagram(Drawing drawing) throws XMLStreamException {
        indent(1);
        xml.writeStartElement(DI, "BPMNDiagram");
        indent(2);
        xml.writeStartElement(DI, "BPMNPlane");
        xml.writeAttribute("bpmnElement", PROCESS);
        for (var shape : drawing.shapes()) {
            indent(3);
            xml.writeStartElement(DI, "BPMNShape");
            xml.writeAttribute("bpmnElement", shape.id());
            if (shape.kind() == Shape.Kind.EXCLUSIVE) {
                xml.writeAttribute("isMarkerVisible", "true");
            }
            xml.writeEmptyElement(DC, "Bounds");
            numbers("x", shape.x(), "y", shape.y());
            numbers("width", shape.width(), "height", shape.height());
            xml.writeEndElement();
        }
        for (var line : drawing.lines()) {
            indent(3);
            xml.writeStartElement(DI, "BPMNEdge");
            xml.writeAttribute("bpmnElement", line.id());
            for (var point : line.points()) {
                xml.writeEmptyElement(DD, "waypoint");
                numbers("x", point.x(), "y", point.y());
            }
            xml.writeEndElement();
        }
        end(2);
        end(1);
    }

    private void numbers(String one, int value, String other, int otherValue) throws XMLStreamException {
        xml.writeAttribute(one, Integer.toString(value));
        xml.writeAttribute(other, Integer.toString(otherValue));
    }

    private void start(int depth, String tag, String id) throws XMLStreamException {
        indent(depth);
        xml.writeStartElement(tag);
        xml.writeAttribute("id", id);
    }

    private void end(int depth) throws XMLStreamException {
        indent(depth);
        xml.writeEndElement();
    }

    private void indent(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String legal(String name) {
        return name.codePoints()
                .map(point -> isLegal(point) ? point : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
