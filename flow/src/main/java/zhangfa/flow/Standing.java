package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where the tokens of a case stand in the graph, and in which running sub-process; 0 is the process itself. */
record Standing(Graph graph, FlowState state) {

    /** The node by which each token in a scope stands there: its own, or the sub-process around it. */
    List<Node> nodesIn(int scope) {
        var nodes = new ArrayList<Node>();
        for (var visit : state.visits()) {
            if (!visit.isDone() && !Compensating.goesOnAtOnce(node(visit))) {
                seen(scope, node(visit), visit.sources().getFirst()).ifPresent(nodes::add);
            }
        }
        for (var token : state.waiting()) {
            seen(scope, graph.resting(token), token.from()).ifPresent(nodes::add);
        }
        for (var incident : state.incidents()) {
            if (incident.isToken()) {
                seen(scope, node(incident), incident.visit()).ifPresent(nodes::add);
            }
        }
        return nodes;
    }

    /** Where the token of an open visit is by the drawn order: what a detour interrupts counts, not where it leads. */
    Node node(Visit visit) {
        var drawn = visit instanceof Activity activity && activity.isDetour()
                ? activity.back().getLast()
                : visit.node();
        return drawn(drawn);
    }

    /** What an activity asks people for. */
    FlowStep step(Activity activity) {
        return activity.step().equals(FlowModel.INITIATOR)
                ? FlowModel.MENDING
                : Objects.requireNonNull(drawn(activity.step()).step());
    }

    private Node node(FlowIncident incident) {
        return drawn(incident.node());
    }

    private Node drawn(String id) {
        return id.equals(FlowModel.INITIATOR) ? graph.begun(state) : graph.node(id);
    }

    /** The scope of an open visit. */
    int scope(Visit visit) {
        return scope(node(visit), visit.sources().getFirst());
    }

    int scope(Token token) {
        return scope(graph.resting(token), token.from());
    }

    int scope(FlowIncident incident) {
        return scope(node(incident), incident.visit());
    }

    /** The nearest scope before a token that the node it came to is part of. */
    int scope(Node node, int from) {
        if (node.repetition() != null) {
            var body = new Past(state).body(node.id(), from);
            if (body != 0) {
                return body;
            }
        }
        if (graph.isHandler(node.id())) {
            return new Past(state).compensation(node.id(), from).by();
        }
        return node.scope().equals(Graph.PROCESS) ? 0 : instance(node.scope(), from);
    }

    /** The nearest instance of a sub-process before a token. */
    int instance(String sub, int from) {
        for (var at = from; at != 0; ) {
            var visit = state.visit(at);
            if (visit instanceof Scope scope && scope.sub().equals(sub) && scope.rounds() == null) {
                return at;
            }
            at = visit.sources().getFirst();
        }
        throw new IllegalStateException(sub + " is around nothing at " + from);
    }

    /** The scopes around a token, the innermost first, the process last. */
    List<Integer> around(Node node, int from) {
        var around = new ArrayList<Integer>();
        var scope = scope(node, from);
        while (scope != 0) {
            around.add(scope);
            scope = scope(state.visit(scope));
        }
        around.add(0);
        return around;
    }

    private Optional<Node> seen(int scope, Node node, int from) {
        if (scope == 0 && node.scope().equals(Graph.PROCESS) && node.repetition() == null) {
            return Optional.of(node);
        }
        var around = around(node, from);
        var index = around.indexOf(scope);
        if (index < 0) {
            return Optional.empty();
        }
        return Optional.of(index == 0 ? node : node(state.visit(around.get(index - 1))));
    }

    /** Everything inside a scope that is not at an end. */
    FlowEvent.WorkStopped inside(int scope, String by) {
        var visits = state.visits().stream()
                .filter(visit -> !visit.isDone())
                .filter(visit -> around(node(visit), visit.sources().getFirst()).contains(scope))
                .map(Visit::number)
                .toList();
        var tokens = state.waiting().stream()
                .filter(token -> around(graph.resting(token), token.from()).contains(scope))
                .toList();
        var incidents = state.incidents().stream()
                .filter(incident -> around(node(incident), incident.visit()).contains(scope))
                .map(FlowIncident::number)
                .toList();
        return new FlowEvent.WorkStopped(by, visits, tokens, incidents);
    }
}
