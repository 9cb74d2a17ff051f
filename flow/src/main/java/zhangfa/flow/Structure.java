package zhangfa.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import zhangfa.flow.Node.Kind;

/** What must hold of a graph so that every token in it can come to an end. */
final class Structure {

    private static final Set<String> RESERVED = Set.of(FlowModel.INITIATOR, FlowModel.PREVIOUS);

    private final Graph graph;
    private final Map<String, Xml> places;
    private final Faults faults;
    private final Faults warnings = new Faults();

    Structure(Graph graph, Map<String, Xml> places, Faults faults) {
        this.graph = graph;
        this.places = places;
        this.faults = faults;
    }

    /** Adds the faults and gives the warnings. */
    List<ModelFault> check() {
        graph.nodes().values().forEach(this::node);
        if (!faults.isEmpty()) {
            return List.of();
        }
        paths();
        cycles();
        if (faults.isEmpty()) {
            tokens();
        }
        return warnings.sorted();
    }

    private void node(Node node) {
        switch (node.kind()) {
            case START -> {
                fault(!node.incoming().isEmpty(), node, "flow-to-start", "No flow leads to a start event");
                fault(node.outgoing().isEmpty(), node, "no-way-on", "Nothing follows the start event");
            }
            case THROW -> compensation(node);
            case END, TERMINATE -> {
                compensation(node);
                fault(!node.outgoing().isEmpty(), node, "flow-from-end", "No flow leaves an end event");
            }
            case BOUNDARY -> {
                fault(!node.incoming().isEmpty(), node, "flow-to-boundary", "No flow leads to a boundary event");
                fault(node.outgoing().isEmpty(), node, "no-way-on", "Nothing follows the boundary event");
            }
            case CATCH, SERVICE, SUB, SCRIPT, CALL -> {}
            case AD_HOC -> fault(graph.entries(node).isEmpty(), node, "no-choice", "Nothing in it can be chosen");
            case RACE -> race(node);
            case EVENT_SUB -> {
                var drawn = !node.incoming().isEmpty() || !node.outgoing().isEmpty();
                fault(drawn, node, "flow-to-event-sub-process", "No flow leads to or from an event sub-process");
            }
            case EXCLUSIVE, PARALLEL, INCLUSIVE ->
                fault(node.outgoing().isEmpty(), node, "no-way-on", "Nothing follows the gateway");
            case STEP -> fault(RESERVED.contains(node.id()), node, "reserved-id", node.id() + " is a reserved id");
        }
        among(node);
        choices(node);
        repetition(node);
    }

    private void among(Node node) {
        var around = graph.nodes().get(node.scope());
        if (around != null && around.kind() == Kind.AD_HOC) {
            var ends = node.kind() == Kind.START || node.kind() == Kind.END || node.kind() == Kind.TERMINATE;
            var reason = "In an ad-hoc sub-process stand no start and end events, and no joins are executed";
            fault(ends || node.isJoin(), node, "ad-hoc", reason);
        }
    }

    private void compensation(Node event) {
        if (event.trigger() instanceof Trigger.Compensate thrown) {
            var named = graph.nodes().get(Objects.requireNonNullElse(thrown.activity(), ""));
            var done = named == null ? within(graph.visible(event)) : Stream.of(named);
            if (done.noneMatch(this::isCompensable)) {
                warn(event.id(), "nothing-to-compensate", "Nothing that this event compensates has a handler");
            }
        }
    }

    private boolean isCompensable(Node node) {
        return graph.handler(node.id()) != null || within(List.of(node.id())).anyMatch(this::isCompensable);
    }

    private Stream<Node> within(List<String> scopes) {
        return graph.nodes().values().stream().filter(node -> scopes.contains(node.scope()));
    }

    private void choices(Node node) {
        if (node.kind() == Kind.EXCLUSIVE && node.outgoing().size() > 1) {
            for (var flow : node.outgoing()) {
                if (!node.isOptional(flow)) {
                    faults.add(place(flow.id()), "no-condition", "The flow needs a condition or to be the default");
                }
            }
        }
        if (node.otherwise() != null && node.otherwise().condition() != null) {
            warn(node.otherwise().id(), "condition-ignored", "The condition of a default flow is not asked");
        }
    }

    private void repetition(Node node) {
        var repetition = node.repetition();
        var rounds = repetition != null && repetition.kind() == Repetition.Kind.LOOP && repetition.most() == 0;
        fault(
                rounds && isPassed(node),
                node,
                "endless",
                "A loop on which nobody works needs a highest number of rounds");
    }

    private void race(Node node) {
        fault(node.outgoing().size() < 2, node, "no-way-on", "An event-based gateway has two events behind it or more");
        for (var flow : node.outgoing()) {
            var event = graph.target(flow);
            fault(
                    event.kind() != Kind.CATCH
                            || event.incoming().size() > 1
                            || !graph.boundaries(event.id()).isEmpty(),
                    event,
                    "race",
                    "Behind an event-based gateway stand events, or receive tasks without any on them, of its own");
        }
    }

    private void paths() {
        var starts = new ArrayList<>(graph.starts());
        starts.addAll(graph.handlers());
        for (var node : graph.nodes().values()) {
            if (node.kind() == Kind.EVENT_SUB) {
                starts.add(node);
            } else if (node.kind() == Kind.AD_HOC) {
                starts.addAll(graph.entries(node));
            }
        }
        var reached = reach(starts, this::following);
        var ends = graph.nodes().values().stream()
                .filter(node -> node.outgoing().isEmpty())
                .toList();
        var ending = reach(ends, this::leading);
        for (var node : graph.nodes().values()) {
            fault(!reached.contains(node), node, "unreachable", "No path leads here from the start event");
            fault(
                    reached.contains(node) && !ending.contains(node),
                    node,
                    "no-end",
                    "No path leads from here to an end");
        }
    }

    /** Where nobody works and no time passes the data stays as it is: who goes round once goes round for ever. */
    private void cycles() {
        for (var node : graph.nodes().values()) {
            if (isPassed(node)) {
                var round = reach(passed(following(node)), next -> passed(following(next)));
                fault(
                        round.contains(node),
                        node,
                        "endless",
                        "A cycle leads back here on which nobody works and no timer is waited for");
            }
        }
    }

    /** Each scope for itself: in the one around it, it is one token from when it begins until all of it has ended. */
    private void tokens() {
        graph.scopes().forEach(scope -> tokens(graph.level(scope)));
    }

    private void tokens(Graph level) {
        var game = TokenGame.play(level);
        for (var join : level.joins()) {
            if (!game.fired().contains(join.id())) {
                fault(game.isComplete(), join, "dead-join", "This join can never fire: no run brings it every token");
            }
        }
        if (!faults.isEmpty()) {
            return;
        }
        game.stuck().forEach(join -> warn(join, "may-stick", "A run is possible in which a token waits here for ever"));
        game.crowded().forEach(flow -> warn(flow, "two-tokens", "Two tokens may stand on this flow at once"));
        if (!game.isComplete()) {
            warn(level.starts().getFirst().id(), "undecided", "There are too many possible runs to look at them all");
        }
    }

    private List<Node> following(Node node) {
        var following = new ArrayList<>(graph.boundaries(node.id()));
        node.outgoing().stream().map(graph::target).forEach(following::add);
        return following;
    }

    private List<Node> leading(Node node) {
        var host = node.catching().host();
        return host != null
                ? List.of(graph.node(host))
                : node.incoming().stream()
                        .map(flow -> graph.node(flow.source()))
                        .toList();
    }

    /** An action alone does not make a round worth another, nor does a condition: both may be over at once. */
    private boolean isPassed(Node node) {
        return switch (node.kind()) {
            case SUB -> {
                var inside = reach(List.of(graph.start(node.id())), next -> passed(following(next)));
                yield inside.stream().anyMatch(last -> last.outgoing().isEmpty());
            }
            case STEP, AD_HOC -> false;
            case CATCH -> node.trigger() instanceof Trigger.Conditional;
            case RACE -> node.outgoing().stream().map(graph::target).anyMatch(this::isPassed);
            default -> true;
        };
    }

    private List<Node> passed(List<Node> nodes) {
        return nodes.stream().filter(this::isPassed).toList();
    }

    private static Set<Node> reach(List<Node> from, Function<Node, List<Node>> next) {
        var reached = new HashSet<>(from);
        var open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            next.apply(open.remove()).stream().filter(reached::add).forEach(open::add);
        }
        return reached;
    }

    private void fault(boolean holds, Node node, String code, String reason) {
        if (holds) {
            faults.add(place(node.id()), code, reason);
        }
    }

    private void warn(String id, String code, String reason) {
        warnings.add(place(id), code, reason);
    }

    private Xml place(String id) {
        return Objects.requireNonNull(places.get(id));
    }
}
