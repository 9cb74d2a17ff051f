package zhangfa.process.definition;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a model says that is the runtime's business: what elements are called, how others are called, what is said to them, where people choose. */
final class Particulars {

    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private static final Set<String> SAYING = Set.of("intermediateThrowEvent", "endEvent", "sendTask");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, CallRule> calls = new HashMap<>();
    private final Set<String> choosing = new HashSet<>();
    private final Map<String, List<String>> copies = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private final List<String> conditions = new ArrayList<>();

    private Particulars() {}

    /** Of a model that the kernel has read. */
    static Particulars of(String bpmn) {
        try {
            var particulars = new Particulars();
            particulars.read(XML.createXMLStreamReader(new StringReader(bpmn)));
            return particulars;
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("A model that was read cannot be read", broken);
        }
    }

    Map<String, String> names() {
        return Map.copyOf(names);
    }

    Map<String, CallRule> calls() {
        return Map.copyOf(calls);
    }

    Set<String> choosing() {
        return Set.copyOf(choosing);
    }

    /** Whom its copies go to, as rules, by element. */
    Map<String, List<String>> copies() {
        return Map.copyOf(copies);
    }

    /** The names of the messages and signals that its cases say to others. */
    Set<String> said() {
        return said.stream()
                .map(reference -> reference.substring(reference.indexOf(':') + 1))
                .map(id -> names.getOrDefault(id, id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The conditions of its flows, as written. */
    List<String> conditions() {
        return List.copyOf(conditions);
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        var node = "";
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                node = isNode(reader.getLocalName()) ? reader.getLocalName() : node;
                if (SAYING.contains(node)) {
                    attribute(reader, "messageRef", "signalRef").ifPresent(said::add);
                }
                var id = attribute(reader, "id");
                attribute(reader, "name")
                        .filter(name -> !name.isBlank())
                        .ifPresent(name -> id.ifPresent(named -> names.put(named, name.strip())));
                attribute(reader, "copy-to")
                        .ifPresent(rules ->
                                id.ifPresent(copying -> copies.put(copying, List.of(rules.split("\\s*,\\s*")))));
                if (reader.getLocalName().equals("callActivity") && id.isPresent()) {
                    calls.put(id.get(), call(reader));
                }
                if (reader.getLocalName().equals("adHocSubProcess")) {
                    id.ifPresent(choosing::add);
                }
                if (reader.getLocalName().equals("conditionExpression")) {
                    conditions.add(reader.getElementText());
                }
            }
        }
    }

    private static boolean isNode(String element) {
        return element.endsWith("Event") || element.endsWith("Task");
    }

    private static CallRule call(XMLStreamReader reader) {
        if (attribute(reader, "binding", "calledElementBinding")
                .filter("latest"::equals)
                .isPresent()) {
            return CallRule.NEWEST;
        }
        var version = attribute(reader, "version", "calledElementVersion")
                .filter(number -> number.matches("[1-9][0-9]{0,8}"))
                .map(Integer::valueOf)
                .orElse(null);
        return new CallRule(
                version,
                attribute(reader, "version-tag", "calledElementVersionTag").orElse(null));
    }

    /** By its local name, whose tool's ever it is; the first of several names. */
    private static Optional<String> attribute(XMLStreamReader reader, String... locals) {
        for (var local : locals) {
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (reader.getAttributeLocalName(i).equals(local)) {
                    return Optional.of(reader.getAttributeValue(i));
                }
            }
        }
        return Optional.empty();
    }
}
