package zhangfa.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An element of a model file with its place, so that every fault can say where it is. */
public final class Xml {

    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String ZHANGFA = "urn:zhangfa:bpmn:1";

    /** Namespaces of tools whose attributes for people, forms and due dates are understood. */
    static final List<String> OTHERS = List.of(
            "http://operaton.org/schema/1.0/bpmn",
            "http://camunda.org/schema/1.0/bpmn",
            "http://flowable.org/bpmn",
            "http://activiti.org/bpmn");

    private record Name(String namespace, String local) {}

    private final Name name;
    private final int line;
    private final @Nullable Xml parent;
    private final Map<Name, String> attributes = new LinkedHashMap<>();
    private final List<Xml> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** The element that the reader has just opened. */
    Xml(XMLStreamReader reader, @Nullable Xml parent) {
        this.name = new Name(orEmpty(reader.getNamespaceURI()), reader.getLocalName());
        this.line = reader.getLocation().getLineNumber();
        this.parent = parent;
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            var attribute = new Name(orEmpty(reader.getAttributeNamespace(i)), reader.getAttributeLocalName(i));
            attributes.put(attribute, reader.getAttributeValue(i));
        }
        if (parent != null) {
            parent.children.add(this);
        }
    }

    void append(String more) {
        text.append(more);
    }

    @Nullable
    Xml parent() {
        return parent;
    }

    public int line() {
        return line;
    }

    public String local() {
        return name.local();
    }

    public boolean is(String namespace, String local) {
        return name.equals(new Name(namespace, local));
    }

    String namespace() {
        return name.namespace();
    }

    public boolean isIn(String namespace) {
        return name.namespace().equals(namespace);
    }

    public List<Xml> children() {
        return children;
    }

    Stream<Xml> children(String namespace, String local) {
        return children.stream().filter(child -> child.is(namespace, local));
    }

    /** Every element inside, this one excluded, in the order of the file. */
    public Stream<Xml> descendants() {
        return children.stream().flatMap(child -> Stream.concat(Stream.of(child), child.descendants()));
    }

    public String text() {
        return text.toString().strip();
    }

    public @Nullable String attribute(String local) {
        return attributes.get(new Name("", local));
    }

    /** The attribute in the first of the other tools' namespaces that has it. */
    @Nullable
    String foreign(String local) {
        return OTHERS.stream()
                .map(namespace -> attributes.get(new Name(namespace, local)))
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** All attributes of one namespace by their local names. */
    Map<String, String> attributes(String namespace) {
        var found = new LinkedHashMap<String, String>();
        attributes.forEach((attribute, value) -> {
            if (attribute.namespace().equals(namespace)) {
                found.put(attribute.local(), value);
            }
        });
        return found;
    }

    private static String orEmpty(@Nullable String namespace) {
        return namespace == null ? "" : namespace;
    }
}
