package zhangfa.flow;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads XML of models from strangers: no document type, no entity of its own, no depth or size without end. */
public final class XmlFile {

    private static final int LONGEST = 10_000_000;
    private static final int DEEPEST = 60;
    private static final XMLInputFactory FACTORY = factory();

    private XmlFile() {}

    static Xml read(String xml) throws ModelRefused {
        refuseLongerThanAllowed(xml.length());
        try {
            return read(reader(xml));
        } catch (XMLStreamException malformed) {
            throw refused(malformed);
        }
    }

    /**
     * Reads the bytes of a file in the encoding that its mark or declaration names.
     *
     * @throws ModelRefused naming the line when it is too large, too deep, malformed, or has a document type
     */
    public static Xml read(byte[] file) throws ModelRefused {
        refuseLongerThanAllowed(file.length);
        try {
            return read(FACTORY.createXMLStreamReader(new ByteArrayInputStream(file)));
        } catch (XMLStreamException malformed) {
            throw refused(malformed);
        }
    }

    private static void refuseLongerThanAllowed(int length) throws ModelRefused {
        if (length > LONGEST) {
            throw Faults.whole(0, "too-large", "The file is longer than " + LONGEST + " characters");
        }
    }

    private static Xml read(XMLStreamReader reader) throws XMLStreamException, ModelRefused {
        try {
            return tree(reader);
        } finally {
            reader.close();
        }
    }

    private static ModelRefused refused(XMLStreamException malformed) {
        var location = malformed.getLocation();
        return Faults.whole(location == null ? 0 : location.getLineNumber(), "malformed-xml", told(malformed));
    }

    /** A reader that resolves nothing outside the text. */
    static XMLStreamReader reader(String xml) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(new StringReader(xml));
    }

    private static Xml tree(XMLStreamReader reader) throws XMLStreamException, ModelRefused {
        Xml root = null;
        Xml open = null;
        var depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw refused(reader, "doctype", "A document type is not allowed");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused(reader, "entity", "An entity reference is not allowed");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw refused(reader, "too-deep", "Elements lie deeper than " + DEEPEST + " levels");
                    }
                    open = new Xml(reader, open);
                    root = root == null ? open : root;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    open = parent(open);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (open != null) {
                        open.append(reader.getText());
                    }
                }
                default -> {}
            }
        }
        if (root == null) {
            throw Faults.whole(0, "malformed-xml", "There is no element");
        }
        return root;
    }

    private static @Nullable Xml parent(@Nullable Xml open) {
        return open == null ? null : open.parent();
    }

    private static ModelRefused refused(XMLStreamReader reader, String code, String reason) {
        return Faults.whole(reader.getLocation().getLineNumber(), code, reason);
    }

    /** The parser's message without its own first line about rows and columns. */
    private static String told(XMLStreamException malformed) {
        var message = String.valueOf(malformed.getMessage());
        var from = message.indexOf("Message: ");
        return from < 0 ? message : message.substring(from + "Message: ".length());
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
