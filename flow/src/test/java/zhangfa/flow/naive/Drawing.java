package zhangfa.flow.naive;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A BPMN file as it is drawn: shapes and arrows, and the names of messages, signals and errors. */
final class Drawing {

    final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, String> named = new LinkedHashMap<>();
    final Shape process;

    Drawing(String xml) {
        var document = parse(xml);
        for (var kind : List.of("message", "signal", "error", "escalation")) {
            all(document, kind).forEach(one -> named.put(one.getAttribute("id"), name(one, kind)));
        }
        var root = all(document, "process").getFirst();
        process = new Shape(root.getAttribute("id"), "process", "", "", root, List.of(), List.of());
        read(root, process.id());
        all(document, "sequenceFlow").forEach(this::connect);
        links();
    }

    private static String name(Element one, String kind) {
        return kind.equals("message") || kind.equals("signal")
                ? one.getAttribute("name")
                : one.getAttribute(kind + "Code");
    }

    private static Element parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (Exception broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private void read(Element scope, String id) {
        for (var element : children(scope).toList()) {
            if (element.hasAttribute("id") && !element.getLocalName().equals("sequenceFlow")) {
                var shape = new Shape(
                        element.getAttribute("id"),
                        element.getLocalName(),
                        event(element),
                        id,
                        element,
                        new ArrayList<>(),
                        new ArrayList<>());
                shapes.put(shape.id(), shape);
                if (shape.isSubProcess()) {
                    read(element, shape.id());
                }
            }
        }
    }

    private static String event(Element element) {
        return children(element)
                .map(Element::getLocalName)
                .filter(name -> name.endsWith("EventDefinition"))
                .map(name -> name.replace("EventDefinition", ""))
                .findFirst()
                .orElse("");
    }

    private void connect(Element flow) {
        var condition = child(flow, "conditionExpression");
        add(new Arrow(
                flow.getAttribute("id"),
                flow.getAttribute("sourceRef"),
                flow.getAttribute("targetRef"),
                condition == null ? null : condition.getTextContent().strip()));
    }

    private void add(Arrow arrow) {
        shape(arrow.from()).out().add(arrow);
        shape(arrow.to()).in().add(arrow);
    }

    /** A link is an arrow that is not drawn. */
    private void links() {
        for (var from : List.copyOf(shapes.values())) {
            if (from.is("intermediateThrowEvent") && from.event().equals("link")) {
                shapes.values().stream()
                        .filter(to ->
                                to.is("intermediateCatchEvent") && to.event().equals("link"))
                        .filter(to -> link(to).equals(link(from)) && to.scope().equals(from.scope()))
                        .findFirst()
                        .ifPresent(to -> add(new Arrow("link " + from.id(), from.id(), to.id(), null)));
            }
        }
    }

    private static String link(Shape shape) {
        return attribute(definition(shape), "name");
    }

    static Element definition(Shape shape) {
        return Objects.requireNonNull(child(shape.xml(), shape.event() + "EventDefinition"));
    }

    Shape shape(String id) {
        return Objects.requireNonNull(shapes.get(id), id);
    }

    /** The message, signal, error or escalation code that an event is about; empty where it is about any. */
    String about(Shape shape) {
        var about = shape.event().isEmpty()
                ? shape.attribute("messageRef")
                : attribute(definition(shape), shape.event() + "Ref");
        return named.getOrDefault(about, "");
    }

    /** Shapes drawn directly in a scope. */
    List<Shape> in(String scope) {
        return shapes.values().stream()
                .filter(shape -> shape.scope().equals(scope))
                .toList();
    }

    /** Where a scope begins: by the event without a trigger, if there is one. */
    Shape start(String scope) {
        return in(scope).stream()
                .filter(shape -> shape.is("startEvent"))
                .sorted((one, other) ->
                        Boolean.compare(one.event().isEmpty(), other.event().isEmpty()) * -1)
                .findFirst()
                .orElseThrow();
    }

    List<Shape> boundary(Shape host) {
        return shapes.values().stream()
                .filter(shape -> shape.is("boundaryEvent")
                        && shape.attribute("attachedToRef").equals(host.id()))
                .toList();
    }

    static @Nullable Element child(Element element, String name) {
        return children(element)
                .filter(one -> name.equals(one.getLocalName()))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Element> children(Element element) {
        var list = element.getChildNodes();
        return IntStream.range(0, list.getLength())
                .mapToObj(list::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static List<Element> all(Element element, String name) {
        var list = element.getElementsByTagNameNS("*", name);
        return IntStream.range(0, list.getLength())
                .mapToObj(index -> (Element) list.item(index))
                .toList();
    }

    static String attribute(Element element, String name) {
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            if (name.equals(attributes.item(i).getLocalName())) {
                return attributes.item(i).getNodeValue();
            }
        }
        return "";
    }
}
