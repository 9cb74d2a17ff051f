package zhangfa.file.content;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Tells data in XML, such as an e-invoice, from pages and drawings that a browser would run. */
final class Xmls {

    private static final Set<String> ACTIVE = Set.of("html", "svg", "xsl", "stylesheet");
    private static final Set<String> ACTIVE_NAMESPACES = Set.of(
            "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1999/XSL/Transform");

    private Xmls() {}

    /** Empty where the root element cannot be read: then it is no XML. */
    static Optional<String> type(byte[] start) {
        try {
            var reader = factory().createXMLStreamReader(new ByteArrayInputStream(start));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    var active = ACTIVE.contains(reader.getLocalName().toLowerCase(Locale.ROOT))
                            || ACTIVE_NAMESPACES.contains(String.valueOf(reader.getNamespaceURI()));
                    return Optional.of(active ? "application/xhtml+xml" : FileTypes.XML);
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
