package zhangfa.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The nodes of a process by id, in the order of the XML, those inside sub-processes included. */
final class Graph {

    /** The scope that is the process itself. */
    static final String PROCESS = "";

    private final Map<String, Node> nodes;
    private final Map<String, List<Node>> boundaries = new HashMap<>();
    private final Map<String, List<Node>> beginnings = new HashMap<>();
    private final Map<String, List<Node>> starts = new HashMap<>();
    private final Map<String, Node> targets = new HashMap<>();
    private final Map<String, String> handlers;
    private final Set<String> handling;
    private final Set<String> throwing;
    private final List<Node> joins;
    private final boolean repeats;

    /** With the compensation handler of each activity that has one. */
    Graph(Map<String, Node> nodes, Map<String, String> handlers) {
        this.nodes = nodes;
        this.handlers = handlers;
        this.handling = Set.copyOf(handlers.values());
        this.throwing = nodes.values().stream()
                .filter(node -> node.trigger() instanceof Trigger.Compensate && node.kind() != Node.Kind.START)
                .map(Node::id)
                .collect(Collectors.toUnmodifiableSet());
        this.joins = nodes.values().stream().filter(Node::isJoin).toList();
        this.repeats = nodes.values().stream().anyMatch(node -> node.repetition() != null);
        for (var node : nodes.values()) {
            var host = node.catching().host();
            if (host != null) {
                boundaries.computeIfAbsent(host, _ -> new ArrayList<>()).add(node);
            }
            if (node.kind() == Node.Kind.START) {
                starts.computeIfAbsent(node.scope(), _ -> new ArrayList<>()).add(node);
                var around = nodes.get(node.scope());
                if (around != null && around.kind() == Node.Kind.EVENT_SUB) {
                    beginnings
                            .computeIfAbsent(around.scope(), _ -> new ArrayList<>())
                            .add(node);
                }
            }
            node.incoming().forEach(flow -> targets.put(flow.id(), node));
        }
    }

    /** Whether anything in it is done several times. */
    boolean repeats() {
        return repeats;
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    /** The start event of the process with this id; without one, that which waits for nothing. */
    Optional<Node> beginning(@Nullable String event) {
        return Copies.first(
                starts(PROCESS),
                start -> event == null ? start.trigger() == null : start.id().equals(event));
    }

    /** Where a case began, and begins again when it is returned to its initiator. */
    Node begun(FlowState state) {
        return beginning(state.start()).orElseThrow();
    }

    /** Where a sub-process begins. */
    Node start(String sub) {
        return starts(sub).getFirst();
    }

    /** Where a scope may begin inside. */
    List<Node> entries(Node scope) {
        return scope.kind() == Node.Kind.AD_HOC ? Choosing.choices(this, scope.id()) : starts(scope.id());
    }

    /** The start events of a scope: the process may have several. */
    List<Node> starts(String scope) {
        return starts.getOrDefault(scope, List.of());
    }

    /** Every start event. */
    List<Node> starts() {
        return starts.values().stream().flatMap(List::stream).toList();
    }

    /** The nodes of one scope alone, the sub-processes in it being nodes like others. */
    Graph level(String scope) {
        var level = new LinkedHashMap<String, Node>();
        nodes.forEach((id, node) -> {
            if (node.scope().equals(scope)) {
                level.put(id, node);
            }
        });
        return new Graph(level, Map.of());
    }

    /** The process and every sub-process in it. */
    List<String> scopes() {
        var scopes = new ArrayList<String>(List.of(PROCESS));
        nodes.values().stream().filter(Node::isScope).map(Node::id).forEach(scopes::add);
        return scopes;
    }

    Node node(String id) {
        return Objects.requireNonNull(nodes.get(id), id);
    }

    Node target(Flow flow) {
        return node(flow.target());
    }

    Node target(String flow) {
        return Objects.requireNonNull(targets.get(flow), flow);
    }

    /** Where a token waits: the node that the flow leads to, or, where it ended without a flow, the node itself. */
    Node resting(Token token) {
        var target = targets.get(token.flow());
        return target == null ? node(token.flow()) : target;
    }

    /** Whether a token can wait here. */
    boolean knows(Token token) {
        return targets.containsKey(token.flow()) || nodes.containsKey(token.flow());
    }

    /** What compensates an activity. */
    @Nullable
    Node handler(String activity) {
        var handler = handlers.get(activity);
        return handler == null ? null : nodes.get(handler);
    }

    /** Whether a node compensates another, and no flow leads there. */
    boolean isHandler(String id) {
        return handling.contains(id);
    }

    /** The nodes that compensate others. */
    List<Node> handlers() {
        return handling.stream().map(this::node).toList();
    }

    boolean throwsCompensation(String id) {
        return throwing.contains(id);
    }

    /** The scopes of which an event compensates what was done: its own, and those around an event sub-process. */
    List<String> visible(Node event) {
        var visible = new ArrayList<>(List.of(event.scope()));
        for (var around = nodes.get(event.scope());
                around != null && around.kind() == Node.Kind.EVENT_SUB;
                around = nodes.get(around.scope())) {
            visible.add(around.scope());
        }
        return visible;
    }

    /** Whether anything in it throws compensation. */
    boolean compensates() {
        return !throwing.isEmpty();
    }

    /** The events attached to an activity, but for those that lead to a handler. */
    List<Node> boundaries(String host) {
        return boundaries.getOrDefault(host, List.of());
    }

    /** The start events of the event sub-processes in a scope. */
    List<Node> beginnings(String scope) {
        return beginnings.getOrDefault(scope, List.of());
    }

    /** Every flow on which a token may leave a node, those of its boundary events included. */
    List<Flow> exits(Node node) {
        var exits = new ArrayList<>(node.outgoing());
        boundaries(node.id()).forEach(boundary -> exits.addAll(boundary.outgoing()));
        return exits;
    }

    List<Node> joins() {
        return joins;
    }

    /** The steps in the order of the flow: each after all that lead to it, but for loops. */
    List<FlowStep> steps() {
        var events = beginnings(PROCESS).stream().map(start -> node(start.scope()));
        var roots = Stream.concat(starts(PROCESS).stream(), events).toList();
        return inOrder(roots).stream().map(Node::step).filter(Objects::nonNull).toList();
    }

    /** All nodes in the order of the flow, those last to which no start leads. */
    List<Node> inOrder() {
        var order = new LinkedHashSet<>(inOrder(starts()));
        order.addAll(nodes.values());
        return List.copyOf(order);
    }

    private Deque<Node> inOrder(List<Node> roots) {
        var order = new ArrayDeque<Node>();
        var seen = new HashSet<String>();
        roots.reversed().forEach(root -> finish(root, seen, order));
        return order;
    }

    private void finish(Node node, Set<String> seen, Deque<Node> order) {
        if (seen.add(node.id())) {
            var handler = handler(node.id());
            if (handler != null) {
                finish(handler, seen, order);
            }
            exits(node).reversed().forEach(flow -> finish(target(flow), seen, order));
            if (node.isScope()) {
                beginnings(node.id()).reversed().forEach(start -> finish(node(start.scope()), seen, order));
                entries(node).reversed().forEach(entry -> finish(entry, seen, order));
            }
            order.addFirst(node);
        }
    }
}
