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
     * @param flow on which it came
     */
    record Rest(
            Set<Integer> numbers,
            int from,
            String flow,
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
                var flow = flowTo(standing.node(visit));
                rests.add(visit instanceof Scope sub ? rest(sub, flow) : rest(visit, flow));
            }
        }
        for (var token : state.waiting()) {
            if (standing.scope(token) == scope && graph.resting(token).isJoin()) {
                var stuck = incidents(FlowIncident.Kind.STUCK, token.from());
                rests.add(new Rest(Set.copyOf(stuck), token.from(), token.flow(), List.of(), List.of(token), stuck));
            }
        }
        for (var incident : state.incidents()) {
            if (incident.isToken() && standing.scope(incident) == scope) {
                var number = incident.number();
                var flow = flowTo(graph.node(incident.node()));
                rests.add(new Rest(Set.of(number), incident.visit(), flow, List.of(), List.of(), List.of(number)));
            }
        }
        return rests;
    }

    private Rest rest(Visit visit, String flow) {
        var number = visit.number();
        var incidents = Stream.of(FlowIncident.Kind.NOBODY, FlowIncident.Kind.ACTION)
                .flatMap(kind -> incidents(kind, number).stream())
                .toList();
        return new Rest(Set.of(number), visit.sources().getFirst(), flow, List.of(number), List.of(), incidents);
    }

    private Rest rest(Scope sub, String flow) {
        var visits = new TreeSet<>(new Past(state).after(sub.number()));
        visits.add(sub.number());
        var inside = new Standing(graph, state).inside(sub.number(), sub.sub());
        var numbers = new TreeSet<>(visits);
        numbers.addAll(inside.incidents());
        return new Rest(numbers, sub.from(), flow, List.copyOf(visits), inside.dropped(), inside.incidents());
    }

    private List<Integer> incidents(FlowIncident.Kind kind, int visit) {
        return state.incidents().stream()
                .filter(incident -> incident.kind() == kind && incident.visit() == visit)
                .map(FlowIncident::number)
                .toList();
    }

    /** A flow that leads to a node; out of the start where it is one. */
    static String flowTo(Node node) {
        var flows = node.kind() == Node.Kind.START ? node.outgoing() : node.incoming();
        return flows.getFirst().id();
    }
}
