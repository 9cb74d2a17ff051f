package zhangfa.work.expert;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What changed between two models: elements by their ids, whatever the file says of how they are drawn left aside. */
final class ModelDifference {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> WIRING = Set.of("incoming", "outgoing");

    /** An element by itself: what kind it is, its name, and all that it says. */
    private record Piece(String kind, String name, Map<String, String> says) {}

    private ModelDifference() {}

    /**
     * In the order of the newer model, what was removed last.
     *
     * @throws IllegalArgumentException where one is no XML
     */
    static List<Change> between(String before, String after) {
        var old = pieces(before);
        var fresh = pieces(after);
        var changes = new ArrayList<Change>();
        fresh.forEach((id, piece) -> {
            var was = old.get(id);
            if (was == null) {
                changes.add(new Change("added", id, piece.kind(), piece.name(), List.of()));
            } else if (!was.equals(piece)) {
                changes.add(new Change("changed", id, piece.kind(), piece.name(), aspects(was, piece)));
            }
        });
        old.forEach((id, piece) -> {
            if (!fresh.containsKey(id)) {
                changes.add(new Change("removed", id, piece.kind(), piece.name(), List.of()));
            }
        });
        return changes;
    }

    private static List<Change.Aspect> aspects(Piece was, Piece is) {
        var names = new TreeMap<String, Boolean>();
        was.says().keySet().forEach(name -> names.put(name, true));
        is.says().keySet().forEach(name -> names.put(name, true));
        return names.keySet().stream()
                .map(name -> new Change.Aspect(
                        name, was.says().getOrDefault(name, ""), is.says().getOrDefault(name, "")))
                .filter(aspect -> !aspect.before().equals(aspect.after()))
                .toList();
    }

    private static Map<String, Piece> pieces(String bpmn) {
        var pieces = new LinkedHashMap<String, Piece>();
        for (var child : children(parsed(bpmn))) {
            if (child.getLocalName().equals("process")) {
                collect(child, pieces);
            }
        }
        return pieces;
    }

    private static void collect(Element element, Map<String, Piece> pieces) {
        var says = new TreeMap<String, String>();
        says(element, "", says);
        pieces.put(element.getAttribute("id"), new Piece(element.getLocalName(), element.getAttribute("name"), says));
        children(element).stream().filter(ModelDifference::isOfItsOwn).forEach(child -> collect(child, pieces));
    }

    /** Whether an element is compared by itself and not as a part of the one around it. */
    private static boolean isOfItsOwn(Element element) {
        return BPMN.equals(element.getNamespaceURI())
                && !element.getAttribute("id").isEmpty()
                && !element.getLocalName().endsWith("EventDefinition")
                && !element.getLocalName().endsWith("LoopCharacteristics");
    }

    private static void says(Element element, String path, Map<String, String> says) {
        var attributes = element.getAttributes();
        for (var at = 0; at < attributes.getLength(); at++) {
            var name = attributes.item(at).getNodeName();
            if (!name.startsWith("xmlns") && !(path.isEmpty() && name.equals("id"))) {
                says.put(path + name, attributes.item(at).getNodeValue());
            }
        }
        var inner = children(element);
        if (inner.isEmpty() && !element.getTextContent().isBlank()) {
            says.put(path + "text", element.getTextContent().strip());
        }
        inner.stream()
                .filter(child -> !isOfItsOwn(child) && !WIRING.contains(child.getLocalName()))
                .collect(Collectors.groupingBy(Element::getLocalName, LinkedHashMap::new, Collectors.toList()))
                .forEach((name, same) -> {
                    for (var at = 0; at < same.size(); at++) {
                        says(same.get(at), path + name + (same.size() > 1 ? at + 1 : "") + ".", says);
                    }
                });
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(found);
            }
        }
        return children;
    }

    private static Element parsed(String xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
