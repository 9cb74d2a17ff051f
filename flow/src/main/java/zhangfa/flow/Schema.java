package zhangfa.flow;

import java.io.IOException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.SchemaFactory;
import org.operaton.bpm.model.bpmn.impl.BpmnModelConstants;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Checks a file against the schema of BPMN 2.0 as Operaton's model library ships it. The schema is compiled once; the
 * library itself would do so for every file it reads.
 */
final class Schema {

    private static final javax.xml.validation.Schema BPMN = compile();

    private Schema() {}

    static void check(String xml) throws ModelRefused {
        try {
            BPMN.newValidator().validate(new StAXSource(XmlFile.reader(xml)));
        } catch (SAXParseException invalid) {
            throw Faults.whole(invalid.getLineNumber(), "schema", String.valueOf(invalid.getMessage()));
        } catch (SAXException | XMLStreamException | IOException invalid) {
            throw Faults.whole(0, "schema", String.valueOf(invalid.getMessage()));
        }
    }

    private static javax.xml.validation.Schema compile() {
        try {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            var root = BpmnModelConstants.class.getResource("/" + BpmnModelConstants.BPMN_20_SCHEMA_LOCATION);
            return factory.newSchema(Objects.requireNonNull(root));
        } catch (SAXException broken) {
            throw new IllegalStateException("The schema of BPMN cannot be read", broken);
        }
    }
}
