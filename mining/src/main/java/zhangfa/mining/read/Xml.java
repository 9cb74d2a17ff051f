package zhangfa.mining.read;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An XML file from start tag to end tag. Document types are not read, so no entity can expand or fetch anything. */
final class Xml {

    private static final int DEEPEST = 200;
    private static final XMLInputFactory PARSERS = parsers();

    private final Markup markup;
    private final XMLStreamReader parser;
    private int depth;

    Xml(InputStream in) throws IOException, LogRefused {
        markup = new Markup(in);
        try {
            parser = PARSERS.createXMLStreamReader(markup);
        } catch (XMLStreamException | RuntimeException e) {
            throw refusal(e, null);
        }
    }

    private static XMLInputFactory parsers() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /** Goes on to the next tag; false at the end of the file. */
    boolean next() throws IOException, LogRefused {
        try {
            while (parser.hasNext()) {
                markup.begin();
                switch (parser.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        open();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return true;
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw refusal("entity", "the entity '" + parser.getLocalName() + "' is not expanded");
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            throw refusal(e, parser.getLocation());
        }
    }

    private void open() throws LogRefused {
        if (++depth > DEEPEST) {
            throw refusal("too-deep", "elements stand more than " + DEEPEST + " deep inside each other");
        }
    }

    boolean opens() {
        return parser.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    /** How many elements are open, the one that just opened included. */
    int depth() {
        return depth;
    }

    String name() {
        return parser.getLocalName();
    }

    @Nullable
    String attribute(String name) throws IOException, LogRefused {
        try {
            for (var i = 0; i < parser.getAttributeCount(); i++) {
                if (parser.getAttributeLocalName(i).equals(name)) {
                    return parser.getAttributeValue(i);
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw refusal(e, parser.getLocation());
        }
    }

    String required(String name) throws IOException, LogRefused {
        var value = attribute(name);
        if (value == null) {
            throw refusal("no-attribute", "<" + name() + "> has no attribute '" + name + "'");
        }
        return value;
    }

    /** Passes over what is inside the element that just opened, and over its end. */
    void skip() throws IOException, LogRefused {
        for (var outside = depth - 1; depth > outside; ) {
            next();
        }
    }

    /** The text of the element that just opened, to its end. */
    String text() throws IOException, LogRefused {
        try {
            markup.begin();
            var text = parser.getElementText();
            depth--;
            return text;
        } catch (XMLStreamException | RuntimeException e) {
            throw refusal(e, parser.getLocation());
        }
    }

    LogRefused refusal(String reasonCode, String reason) {
        return refusal(parser.getLocation(), reasonCode, reason);
    }

    private static LogRefused refusal(@Nullable Location place, String reasonCode, String reason) {
        return place == null
                ? new LogRefused(reasonCode, reason)
                : new LogRefused(place.getLineNumber(), place.getColumnNumber(), reasonCode, reason);
    }

    /** What the parser says against the file; what the file itself could not deliver is thrown on. */
    private static LogRefused refusal(Exception e, @Nullable Location parsed) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Markup.TooLong) {
                return refusal(parsed, "too-long", "more than 4 MB come without a new tag");
            }
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof CancellationException cancelled) {
                throw cancelled;
            }
        }
        var place = e instanceof XMLStreamException told && told.getLocation() != null ? told.getLocation() : parsed;
        return refusal(place, "not-xml", "this is no well-formed XML: " + firstLine(e));
    }

    private static String firstLine(Exception e) {
        var message = String.valueOf(e.getMessage());
        var end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
