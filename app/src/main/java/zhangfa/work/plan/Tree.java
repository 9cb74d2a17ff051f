package zhangfa.work.plan;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What is asked of the elements of a model file. */
final class Tree {

    private static final String NAMESPACES = "http://www.w3.org/2000/xmlns/";

    private Tree() {}

    /** The root of a file; one with a document type is none. */
    static Element of(String xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setCoalescing(true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(found);
            }
        }
        return children;
    }

    static boolean isBpmn(Element element, String local) {
        return Elements.BPMN.equals(element.getNamespaceURI())
                && element.getLocalName().equals(local);
    }

    /** What only says again how the element is connected. */
    static boolean isWiring(Element element) {
        return isBpmn(element, "incoming") || isBpmn(element, "outgoing");
    }

    static @Nullable String documentation(Element element) {
        var paragraphs = children(element).stream()
                .filter(child -> isBpmn(child, "documentation"))
                .map(child -> child.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .toList();
        return paragraphs.isEmpty() ? null : String.join("\n\n", paragraphs);
    }

    static Stream<Attr> attributes(Element element) {
        var all = element.getAttributes();
        var attributes = new ArrayList<Attr>();
        for (var at = 0; at < all.getLength(); at++) {
            attributes.add((Attr) all.item(at));
        }
        return attributes.stream().filter(attribute -> !NAMESPACES.equals(attribute.getNamespaceURI()));
    }

    /** Attributes of our namespace but these, by their names. */
    static Map<String, String> ours(Element element, Set<String> without) {
        var ours = new LinkedHashMap<String, String>();
        attributes(element)
                .filter(attribute -> Elements.OURS.equals(attribute.getNamespaceURI()))
                .filter(attribute -> !without.contains(attribute.getLocalName()))
                .forEach(attribute -> ours.put(attribute.getLocalName(), attribute.getValue()));
        return ours;
    }

    /** Attributes that are not among these; what a thing is called and says in other languages is known everywhere. */
    static List<String> strangers(Element element, Set<String> plain, Set<String> ours) {
        return attributes(element)
                .filter(attribute -> !isKnown(attribute, plain, ours))
                .map(Attr::getName)
                .toList();
    }

    private static boolean isKnown(Attr attribute, Set<String> plain, Set<String> ours) {
        var name = attribute.getLocalName();
        if (attribute.getNamespaceURI() == null) {
            return plain.contains(name);
        }
        return Elements.OURS.equals(attribute.getNamespaceURI())
                && (ours.contains(name) || (!ours.isEmpty() && name.matches("(name|guide)-.+")));
    }

    static List<String> listed(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
