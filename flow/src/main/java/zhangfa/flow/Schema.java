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
import org.xml.sax.helpers.DefaultHandler;

/**
 * Checks a file against the schema of BPMN 2.0 as Operaton's model library ships it. The schema is compiled once; the
 * library itself would do so for every file it reads.
 */
final class Schema {

    private static final javax.xml.validation.Schema BPMN = compile();

    private Schema() {}

    static void check(String xml, Faults faults) {
        try {
            var validator = BPMN.newValidator();
            validator.setErrorHandler(new Told(faults));
            validator.validate(new StAXSource(XmlFile.reader(xml)));
        } catch (SAXException | XMLStreamException | IOException invalid) {
            faults.add("schema", 0, String.valueOf(invalid.getMessage()));
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

    /** Takes every error as a fault, not only the first. */
    private static final class Told extends DefaultHandler {

        private final Faults faults;

        Told(Faults faults) {
            this.faults = faults;
        }

        @Override
        public void error(SAXParseException invalid) {
            var message = String.valueOf(invalid.getMessage());
            // Many tools and most people leave it out; nothing here depends on it.
            if (!message.contains("'targetNamespace'")) {
                faults.add("schema", invalid.getLineNumber(), message);
            }
        }
    }
}
