package zhangfa.flow;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.Node.Catching;
import zhangfa.flow.Node.Kind;

/** Reads the nodes and flows of a process; what a flow connects stands in the flow alone. */
final class GraphReading {

    /** Far beyond what anybody can read, and well within what the checks can walk. */
    private static final int MOST_NODES = 1_000;

    private static final Set<String> HOSTS = Set.of(
            "userTask", "manualTask", "serviceTask", "receiveTask", "subProcess", "adHocSubProcess", "callActivity");

    private final Xml process;
    private final ZoneId zone;
    private final Map<String, FlowDecision> decisions;
    private final Faults faults;
    private final Map<String, Xml> drawn = new LinkedHashMap<>();
    private final Map<String, Xml> places = new HashMap<>();
    private final Map<String, List<Flow>> incoming = new HashMap<>();
    private final Map<String, List<Flow>> outgoing = new HashMap<>();

    GraphReading(Xml process, ZoneId zone, Map<String, FlowDecision> decisions, Faults faults) {
        this.process = process;
        this.zone = zone;
        this.decisions = decisions;
        this.faults = faults;
    }

    /** The graph; one with holes where faults were added. */
    Graph read() {
        collect(process);
        if (drawn.size() > MOST_NODES) {
            faults.add(process, "too-large", "A process has at most " + MOST_NODES + " elements");
        }
        places.putAll(drawn);
        scopes().forEach(scope -> scope.children(Xml.BPMN, "sequenceFlow").forEach(this::flow));
        scopes().forEach(this::links);
        var nodes = new LinkedHashMap<String, Node>();
        drawn.forEach((id, element) -> nodes.put(id, node(id, element)));
        scopes().forEach(this::start);
        return new Graph(nodes, new CompensationReading(process, faults).handlers());
    }

    private void collect(Xml scope) {
        for (var element : scope.children()) {
            var id = element.attribute("id");
            if (element.isIn(Xml.BPMN)
                    && Vocabulary.NODES.containsKey(element.local())
                    && !CompensationReading.isSign(element)) {
                if (id == null) {
                    faults.add(element, "no-id", "The " + element.local() + " has no id");
                } else {
                    drawn.put(id, element);
                }
                if (isScope(element)) {
                    collect(element);
                }
            }
        }
    }

    private List<Xml> scopes() {
        return Stream.concat(Stream.of(process), drawn.values().stream().filter(GraphReading::isScope))
                .toList();
    }

    private static boolean isScope(Xml element) {
        return kind(element) == Kind.SUB || kind(element) == Kind.EVENT_SUB || kind(element) == Kind.AD_HOC;
    }

    /** The sub-process around an element. */
    private String scope(Xml element) {
        var parent = Objects.requireNonNull(element.parent());
        return parent == process ? Graph.PROCESS : Objects.requireNonNullElse(parent.attribute("id"), "?");
    }

    /** The XML of each node and flow, for the places of faults. */
    Map<String, Xml> places() {
        return places;
    }

    private void flow(Xml element) {
        var source = end(element, "sourceRef");
        var target = end(element, "targetRef");
        if (source == null || target == null) {
            return;
        }
        var id = Objects.requireNonNullElseGet(element.attribute("id"), () -> unnamed(source, target));
        connect(new Flow(id, source, target, condition(element, source)), element);
    }

    private void connect(Flow flow, Xml place) {
        places.put(flow.id(), place);
        outgoing.computeIfAbsent(flow.source(), _ -> new ArrayList<>()).add(flow);
        incoming.computeIfAbsent(flow.target(), _ -> new ArrayList<>()).add(flow);
    }

    /** The two ends of a link are one flow. */
    private void links(Xml scope) {
        new LinkReading(scope, faults).pairs().forEach((thrown, caught) -> {
            var source = Objects.requireNonNullElse(thrown.attribute("id"), "");
            var target = Objects.requireNonNullElse(caught.attribute("id"), "");
            connect(new Flow(unnamed(source, target), source, target, null), thrown);
        });
    }

    private @Nullable String end(Xml flow, String reference) {
        var id = flow.attribute(reference);
        if (id == null) {
            faults.add(flow, "dangling", "The sequence flow has no " + reference);
            return null;
        }
        var end = drawn.get(id);
        if (end != null && end.parent() == flow.parent()) {
            return id;
        }
        // An element refused above is named there, and the flow to it is no fault of its own.
        if (isNowhere(id)) {
            faults.add(flow, "dangling", "%s names %s, which is not there".formatted(reference, id));
        } else if (end != null || isElsewhere(id, flow)) {
            faults.add(flow, "dangling", "%s names %s, which is in another scope".formatted(reference, id));
        }
        return null;
    }

    private static boolean isElsewhere(String id, Xml flow) {
        return Objects.requireNonNull(flow.parent()).children().stream()
                .noneMatch(element -> id.equals(element.attribute("id")));
    }

    private String unnamed(String source, String target) {
        var id = source + ">" + target;
        while (places.containsKey(id)) {
            id += "'";
        }
        return id;
    }

    private @Nullable Condition condition(Xml flow, String source) {
        var expressions = flow.children(Xml.BPMN, "conditionExpression").toList();
        if (expressions.isEmpty()) {
            return null;
        }
        var kind = kind(Objects.requireNonNull(drawn.get(source)));
        if (kind == Kind.START || kind == Kind.PARALLEL || kind == Kind.RACE) {
            faults.add(flow, "condition-here", "A flow from a start event or this kind of gateway has no condition");
        }
        var expression = expressions.getFirst();
        var language = Objects.requireNonNullElse(expression.attribute("language"), "feel");
        if (!language.toLowerCase(Locale.ROOT).matches(".*(feel|juel).*")) {
            faults.add(flow, "condition-language", "Conditions are FEEL, not " + language);
            return null;
        }
        try {
            return Condition.compile(expression.text(), zone);
        } catch (IllegalArgumentException notUnderstood) {
            faults.add(flow, "condition", "The condition cannot be understood: " + notUnderstood.getMessage());
            return null;
        }
    }

    private Node node(String id, Xml element) {
        var out = outgoing.getOrDefault(id, List.of());
        var step = kind(element) == Kind.STEP ? new StepReading(element, initiatorVariable(), faults).read(id) : null;
        return new Node(
                id,
                kind(element),
                scope(element),
                incoming.getOrDefault(id, List.of()),
                List.copyOf(out),
                otherwise(element, out),
                step,
                catching(element),
                new RepetitionReading(element, zone, faults).read());
    }

    private Catching catching(Xml element) {
        return switch (kind(element)) {
            case CATCH, THROW, END -> Catching.of(trigger(element), null, false);
            case START -> Catching.of(trigger(element), null, !"false".equals(element.attribute("isInterrupting")));
            case BOUNDARY -> {
                var interrupting = !"false".equals(element.attribute("cancelActivity"));
                yield Catching.of(trigger(element), host(element), interrupting);
            }
            case SERVICE -> {
                var action = element.attributes(Xml.ZHANGFA).get("action");
                yield new Catching(null, null, false, action, List.of(), List.of());
            }
            case AD_HOC -> new ComputationReading(element, zone, faults).choice();
            case SCRIPT -> {
                var reading = new ComputationReading(element, zone, faults);
                var rule = element.local().equals("businessRuleTask");
                yield Catching.computing(rule ? reading.rule(decisions) : reading.script());
            }
            case CALL -> {
                var reading = new ComputationReading(element, zone, faults);
                var called = element.attribute("calledElement");
                yield new Catching(null, null, false, called, reading.mapped("in"), reading.mapped("out"));
            }
            default -> Catching.NOTHING;
        };
    }

    private @Nullable Trigger trigger(Xml element) {
        return new EventReading(element, zone, faults).trigger();
    }

    private @Nullable String host(Xml event) {
        var id = Objects.requireNonNullElse(event.attribute("attachedToRef"), "");
        var host = drawn.get(id);
        if (host != null && !HOSTS.contains(host.local())) {
            var places = HOSTS.stream().sorted().toList();
            faults.add(
                    event, "attached", "Boundary events are executed on %s, not on %s".formatted(places, host.local()));
        } else if (host == null && isNowhere(id)) {
            faults.add(event, "dangling", "attachedToRef names %s, which is not there".formatted(id));
        } else if (host != null && host.parent() != event.parent()) {
            faults.add(event, "dangling", "attachedToRef names %s, which is in another scope".formatted(id));
        }
        return id;
    }

    private boolean isNowhere(String id) {
        return process.descendants().noneMatch(element -> id.equals(element.attribute("id")));
    }

    private @Nullable Flow otherwise(Xml element, List<Flow> out) {
        var named = element.attribute("default");
        if (named == null) {
            return null;
        }
        var found = out.stream().filter(flow -> flow.id().equals(named)).findFirst();
        if (found.isEmpty()) {
            faults.add(element, "dangling", "The default flow " + named + " does not leave this element");
        }
        return found.orElse(null);
    }

    private static Kind kind(Xml element) {
        var terminates =
                element.children(Xml.BPMN, "terminateEventDefinition").findAny().isPresent();
        if (terminates) {
            return Kind.TERMINATE;
        }
        if (element.children(Xml.BPMN, "linkEventDefinition").findAny().isPresent()) {
            return Kind.THROW;
        }
        if (element.local().equals("subProcess") && "true".equals(element.attribute("triggeredByEvent"))) {
            return Kind.EVENT_SUB;
        }
        var acts = element.local().equals("sendTask")
                && element.attributes(Xml.ZHANGFA).containsKey("action");
        return acts ? Kind.SERVICE : Objects.requireNonNull(Vocabulary.NODES.get(element.local()));
    }

    private String initiatorVariable() {
        return process.children(Xml.BPMN, "startEvent")
                .map(start -> start.foreign("initiator"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(FlowModel.INITIATOR);
    }

    private void start(Xml scope) {
        var starts = scope.children(Xml.BPMN, "startEvent").toList();
        if (starts.isEmpty() && !scope.local().equals("adHocSubProcess")) {
            faults.add(scope, "no-start", "The %s has no start event that is executed".formatted(scope.local()));
        }
        starts.stream()
                .filter(start -> scope != process
                        || EventReading.definitions(start).findAny().isEmpty())
                .skip(1)
                .forEach(more -> faults.add(
                        more, "two-starts", "A %s has one none start event, this is another".formatted(scope.local())));
    }
}
