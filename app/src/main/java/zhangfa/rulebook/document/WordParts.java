package zhangfa.rulebook.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import zhangfa.rulebook.document.Unreadable.Reason;

/** The parts of a DOCX that hold text, unpacked in memory within limits. */
final class WordParts {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Pattern WANTED =
            Pattern.compile("word/(?:document|numbering|styles|footnotes|endnotes|header\\d*|footer\\d*)\\.xml");
    private static final XMLInputFactory XML = factory();

    /** What is told of each element of a part, in order. */
    interface Listener {

        void begin(XMLStreamReader element);

        default void text(String text) {}

        default void end(String element) {}
    }

    private final Map<String, byte[]> parts = new TreeMap<>();

    private WordParts() {}

    static WordParts of(byte[] content) throws Unreadable {
        var parts = new WordParts();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            parts.read(zip);
        } catch (IOException | IllegalArgumentException broken) {
            throw new Unreadable(Reason.DAMAGED);
        }
        if (!parts.parts.containsKey("word/document.xml")) {
            throw new Unreadable(Reason.KIND);
        }
        return parts;
    }

    /** Every part whose name matches, in the order of the names. */
    void each(String name, Listener listener) throws Unreadable {
        for (var part : parts.entrySet()) {
            if (part.getKey().matches(name)) {
                walk(part.getValue(), listener);
            }
        }
    }

    /** The attribute of this name in whatever namespace; null where there is none. */
    static @Nullable String attribute(XMLStreamReader element, String name) {
        for (var at = 0; at < element.getAttributeCount(); at++) {
            if (element.getAttributeLocalName(at).equals(name)) {
                return element.getAttributeValue(at);
            }
        }
        return null;
    }

    /** A whole number, or what is given where there is none. */
    static int number(XMLStreamReader element, String name, int otherwise) {
        var written = attribute(element, name);
        return written != null && written.matches("-?\\d{1,9}") ? Integer.parseInt(written) : otherwise;
    }

    private void read(ZipInputStream zip) throws IOException, Unreadable {
        var left = MOST_BYTES;
        var entries = 0;
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var isWanted = WANTED.matcher(entry.getName()).matches();
            var kept = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            for (var read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new Unreadable(Reason.TOO_LARGE);
                }
                if (isWanted) {
                    kept.write(buffer, 0, read);
                }
            }
            if (++entries > MOST_ENTRIES) {
                throw new Unreadable(Reason.TOO_LARGE);
            }
            if (isWanted) {
                parts.put(entry.getName(), kept.toByteArray());
            }
        }
    }

    private static void walk(byte[] part, Listener listener) throws Unreadable {
        try {
            var reader = XML.createXMLStreamReader(new ByteArrayInputStream(part));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new Unreadable(Reason.ENTITIES);
                    case XMLStreamConstants.START_ELEMENT -> listener.begin(reader);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> listener.text(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> listener.end(reader.getLocalName());
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            throw new Unreadable(Reason.DAMAGED);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
