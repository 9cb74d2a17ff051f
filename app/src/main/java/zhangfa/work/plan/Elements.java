package zhangfa.work.plan;

import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Elements of a BPMN file, one under the other, each in its namespace. */
final class Elements {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String OURS = "urn:zhangfa:bpmn:1";
    private static final Map<String, String> DRAWING = Map.of(
            "bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI",
            "dc", "http://www.omg.org/spec/DD/20100524/DC",
            "di", "http://www.omg.org/spec/DD/20100524/DI");

    private final XMLStreamWriter out;
    private int depth;

    Elements(XMLStreamWriter out) {
        this.out = out;
    }

    void begin(String key) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        line();
        out.writeStartElement("bpmn", "definitions", BPMN);
        out.writeNamespace("bpmn", BPMN);
        out.writeNamespace("zhangfa", OURS);
        out.writeNamespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
        for (var drawing :
                DRAWING.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            out.writeNamespace(drawing.getKey(), drawing.getValue());
        }
        out.writeAttribute("id", key + "-definitions");
        out.writeAttribute("targetNamespace", "urn:zhangfa:process");
        depth++;
    }

    void end() throws XMLStreamException {
        close();
        out.writeEndDocument();
    }

    void open(String local, Map<String, String> attributes, Map<String, String> ours) throws XMLStreamException {
        line();
        out.writeStartElement("bpmn", local, BPMN);
        attributes(attributes, ours);
        depth++;
    }

    void empty(String local, Map<String, String> attributes, Map<String, String> ours) throws XMLStreamException {
        line();
        out.writeEmptyElement("bpmn", local, BPMN);
        attributes(attributes, ours);
    }

    private void attributes(Map<String, String> attributes, Map<String, String> ours) throws XMLStreamException {
        for (var attribute : attributes.entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        for (var attribute : ours.entrySet()) {
            out.writeAttribute("zhangfa", OURS, attribute.getKey(), attribute.getValue());
        }
    }

    void openOurs(String local) throws XMLStreamException {
        line();
        out.writeStartElement("zhangfa", local, OURS);
        depth++;
    }

    void ours(String local, Map<String, String> attributes) throws XMLStreamException {
        line();
        out.writeEmptyElement("zhangfa", local, OURS);
        attributes(attributes, Map.of());
    }

    void documentation(@Nullable String words) throws XMLStreamException {
        if (words != null) {
            line();
            out.writeStartElement("bpmn", "documentation", BPMN);
            out.writeCharacters(words);
            out.writeEndElement();
        }
    }

    void condition(String feel) throws XMLStreamException {
        line();
        out.writeStartElement("bpmn", "conditionExpression", BPMN);
        out.writeAttribute("xsi", "http://www.w3.org/2001/XMLSchema-instance", "type", "bpmn:tFormalExpression");
        out.writeCharacters(feel);
        out.writeEndElement();
    }

    void openDrawn(String local, Map<String, String> attributes) throws XMLStreamException {
        line();
        out.writeStartElement("bpmndi", local, "http://www.omg.org/spec/BPMN/20100524/DI");
        attributes(attributes, Map.of());
        depth++;
    }

    /** Bounds of a shape, or a point of an edge. */
    void drawn(String prefix, String local, int x, int y, Map<String, String> size) throws XMLStreamException {
        line();
        out.writeEmptyElement(prefix, local, DRAWING.getOrDefault(prefix, ""));
        out.writeAttribute("x", Integer.toString(x));
        out.writeAttribute("y", Integer.toString(y));
        attributes(size, Map.of());
    }

    void close() throws XMLStreamException {
        depth--;
        line();
        out.writeEndElement();
    }

    private void line() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }
}
