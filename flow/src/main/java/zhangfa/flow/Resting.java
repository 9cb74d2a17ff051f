package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import zhangfa.flow.CommandRefused.Reason;

/** The tokens at rest in a scope, each with all that holds it in the state. */
record Resting(Graph graph, FlowState state) {

    /**
     * A token at rest; a sub-process at work is one.
     *
     * @param numbers by which it, or something inside, is known
     * @param from the visit that it came from
     * @param way the flow on which it came; none of what no flow leads to
     */
    record Rest(
            Set<Integer> numbers,
            int from,
            List<String> way,
            List<Integer> visits,
            List<Token> tokens,
            List<Integer> incidents) {}

    /** The scopes around a place where a token stands, the innermost first. */
    List<Integer> around(int place) {
        var standing = new Standing(graph, state);
        var visit = state.visits().stream()
                .filter(open -> open.number() == place && !open.isDone())
                .map(open -> standing.around(standing.node(open), open.sources().getFirst()));
        var incident = state.incidents().stream()
                .filter(open -> open.number() == place && (open.isToken() || open.kind() == FlowIncident.Kind.STUCK))
                .map(open -> standing.around(graph.node(open.node()), open.visit()));
        return Stream.concat(visit, incident)
                .findFirst()
                .orElseThrow(() -> new CommandRefused(Reason.STALE, "No token stands at " + place));
    }

    List<Rest> in(int scope) {
        var standing = new Standing(graph, state);
        var rests = new ArrayList<Rest>();
        for (var visit : state.visits()) {
            if (!visit.isDone() && standing.scope(visit) == scope) {
                var node = standing.node(visit);
                var way = Compensating.goesOnAtOnce(node) ? List.<String>of() : wayTo(node);
                rests.add(visit instanceof Scope sub ? rest(sub, way) : rest(visit, way));
            }
        }
        for (var token : state.waiting()) {
            if (standing.scope(token) == scope && graph.resting(token).isJoin()) {
                var stuck = incidents(FlowIncident.Kind.STUCK, token.from());
                rests.add(new Rest(
                        Set.copyOf(stuck), token.from(), List.of(token.flow()), List.of(), List.of(token), stuck));
            }
        }
        for (var incident : state.incidents()) {
            if (incident.isToken() && standing.scope(incident) == scope) {
                var number = incident.number();
                var way = wayTo(graph.node(incident.node()));
                rests.add(new Rest(Set.of(number), incident.visit(), way, List.of(), List.of(), List.of(number)));
            }
        }
        return rests;
    }

    private Rest rest(Visit visit, List<String> way) {
        var number = visit.number();
        var incidents = Stream.of(FlowIncident.Kind.NOBODY, FlowIncident.Kind.ACTION)
                .flatMap(kind -> incidents(kind, number).stream())
                .toList();
        return new Rest(Set.of(number), visit.sources().getFirst(), way, List.of(number), List.of(), incidents);
    }

    private Rest rest(Scope sub, List<String> way) {
        var visits = new TreeSet<>(graph.throwsCompensation(sub.sub()) ? handling(sub) : after(sub.number()));
        visits.add(sub.number());
        var inside = new Standing(graph, state).inside(sub.number(), sub.sub());
        var numbers = new TreeSet<>(visits);
        numbers.addAll(inside.incidents());
        return new Rest(numbers, sub.from(), way, List.copyOf(visits), inside.dropped(), inside.incidents());
    }

    private Set<Integer> after(int visit) {
        return new Past(state).after(visit);
    }

    /** What an event that throws compensation has begun; where its token has gone is another matter. */
    private Set<Integer> handling(Scope thrown) {
        var begun = new TreeSet<Integer>();
        for (var visit : state.visits()) {
            if (visit instanceof Compensation compensation && compensation.by() == thrown.number()) {
                begun.add(compensation.number());
                begun.addAll(after(compensation.number()));
            }
        }
        return begun;
    }

    private List<Integer> incidents(FlowIncident.Kind kind, int visit) {
        return state.incidents().stream()
                .filter(incident -> incident.kind() == kind && incident.visit() == visit)
                .map(FlowIncident::number)
                .toList();
    }

    /** Whether every run of a scope, with these tokens and one more at a step, ends as well as the runs of the model itself do. */
    boolean isSound(List<Rest> others, String scope, String to) {
        if (to.equals(FlowModel.INITIATOR)) {
            return others.isEmpty();
        }
        var flows = new ArrayList<String>();
        others.forEach(rest -> rest.way().forEach(flow -> flows.add(apart(flow, flows))));
        wayTo(graph.node(to)).forEach(flow -> flows.add(apart(flow, flows)));
        return TokenGame.isSound(graph.level(scope), flows);
    }

    /** Which way a token came is forgotten unless it waits at a join: two of them need not have come the same way. */
    private String apart(String flow, List<String> taken) {
        var node = graph.target(flow);
        return node.isJoin()
                ? flow
                : node.incoming().stream()
                        .map(Flow::id)
                        .filter(way -> !taken.contains(way))
                        .findFirst()
                        .orElse(flow);
    }

    /** A flow that leads to a node; out of the start where it is one. */
    static List<String> wayTo(Node node) {
        var flows = node.kind() == Node.Kind.START ? node.outgoing() : node.incoming();
        return flows.stream().limit(1).map(Flow::id).toList();
    }
}
