package zhangfa.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import zhangfa.flow.Node.Kind;

/**
 * All runs of one scope, whatever its conditions say, within a bound. Since no token competes with another, only choices
 * are tried both ways, not the order of moves: a node waits for those that lead to it, so that tokens meet where they
 * can. A terminate end is taken as the end of its own token alone, which adds runs and hides none in which a join fires.
 */
final class TokenGame {

    private static final int MOST_MARKINGS = 5_000;
    private static final int MOST_ON_A_FLOW = 3;
    private static final int MOST_SUBSETS = 6;

    private final Graph graph;
    private final List<Node> nodes;
    private final Set<String> fired = new TreeSet<>();
    private final Set<String> stuck = new TreeSet<>();
    private final Set<String> crowded = new TreeSet<>();
    private final Set<Map<String, Integer>> seen = new HashSet<>();
    private final Deque<Map<String, Integer>> open = new ArrayDeque<>();
    private boolean complete = true;

    private TokenGame(Graph graph) {
        this.graph = graph;
        this.nodes = graph.inOrder();
    }

    /** Every run of a case from its start. */
    static TokenGame play(Graph graph) {
        var game = new TokenGame(graph);
        graph.starts().forEach(start -> game.leave(start, Map.of()));
        return game.played();
    }

    /** Every run from a marking with a token on each of these flows. */
    private static TokenGame playFrom(Graph graph, List<String> flows) {
        var game = new TokenGame(graph);
        var marking = new TreeMap<String, Integer>();
        flows.forEach(flow -> game.put(marking, flow));
        game.seen.add(marking);
        game.open.add(marking);
        return game.played();
    }

    /** The joins at which a token is left over in a run from this marking, and in none of the model's own. */
    static Set<String> starving(Graph graph, List<String> flows) {
        var starving = new TreeSet<>(playFrom(graph, flows).stuck());
        starving.removeAll(play(graph).stuck());
        return starving;
    }

    /** Whether every run from this marking ends as well as the runs of the model itself do. */
    static boolean isSound(Graph graph, List<String> flows) {
        return starving(graph, flows).isEmpty()
                && play(graph).crowded().containsAll(playFrom(graph, flows).crowded());
    }

    private TokenGame played() {
        while (!open.isEmpty() && seen.size() <= MOST_MARKINGS) {
            move(open.removeLast());
        }
        complete &= open.isEmpty();
        return this;
    }

    /** Joins that fire in some run. */
    Set<String> fired() {
        return fired;
    }

    /** Joins at which a token is left over in some run. */
    Set<String> stuck() {
        return stuck;
    }

    /** Flows with two tokens at once in some run. */
    Set<String> crowded() {
        return crowded;
    }

    /** Whether all runs were looked at. */
    boolean isComplete() {
        return complete;
    }

    private void move(Map<String, Integer> marking) {
        for (var node : nodes) {
            if (isEnabled(node, marking)) {
                take(node, marking);
                return;
            }
        }
        graph.joins().stream().filter(join -> !filled(join, marking).isEmpty()).forEach(join -> stuck.add(join.id()));
    }

    private boolean isEnabled(Node node, Map<String, Integer> marking) {
        var filled = filled(node, marking);
        if (!node.isJoin()) {
            return !filled.isEmpty();
        }
        if (node.kind() == Kind.PARALLEL) {
            return filled.size() == node.incoming().size();
        }
        var elsewhere = graph.nodes().values().stream()
                .filter(other -> !other.equals(node) && !filled(other, marking).isEmpty())
                .toList();
        return new InclusiveJoin(graph, node).isComplete(Set.copyOf(filled), elsewhere);
    }

    private static List<String> filled(Node node, Map<String, Integer> marking) {
        return node.incoming().stream()
                .map(Flow::id)
                .filter(marking::containsKey)
                .toList();
    }

    private void take(Node node, Map<String, Integer> marking) {
        var rest = new TreeMap<>(marking);
        var filled = filled(node, marking);
        if (node.isJoin()) {
            fired.add(node.id());
            filled.forEach(flow -> remove(rest, flow));
        } else {
            remove(rest, filled.getFirst());
        }
        leave(node, rest);
    }

    private void leave(Node node, Map<String, Integer> rest) {
        for (var flows : exits(node)) {
            var next = new TreeMap<>(rest);
            flows.forEach(flow -> put(next, flow.id()));
            if (next.values().stream().anyMatch(count -> count > MOST_ON_A_FLOW)) {
                complete = false;
            } else if (seen.add(next)) {
                open.add(next);
            }
        }
    }

    /** The ways on, by the flows of a node or by events on it: once each, instead of its own or beside them. */
    private List<List<Flow>> exits(Node node) {
        var own = choices(node);
        var exits = new ArrayList<>(own);
        for (var boundary : graph.boundaries(node.id())) {
            for (var flows : choices(boundary)) {
                if (boundary.catching().interrupting()) {
                    exits.add(flows);
                } else {
                    own.forEach(one -> exits.add(
                            Stream.concat(one.stream(), flows.stream()).toList()));
                }
            }
        }
        return exits;
    }

    private List<List<Flow>> choices(Node node) {
        if (node.kind() == Kind.EXCLUSIVE || node.kind() == Kind.RACE) {
            return node.outgoing().stream().map(List::of).toList();
        }
        var always =
                node.outgoing().stream().filter(flow -> !node.isOptional(flow)).toList();
        var asked = node.outgoing().stream()
                .filter(flow -> node.isOptional(flow) && !flow.equals(node.otherwise()))
                .toList();
        if (asked.size() > MOST_SUBSETS) {
            complete = false;
        }
        var none = node.otherwise() == null ? always : Copies.with(always, node.otherwise());
        var subsets = new ArrayList<List<Flow>>(List.of(always));
        for (var flow : asked.subList(0, Math.min(asked.size(), MOST_SUBSETS))) {
            List.copyOf(subsets).forEach(subset -> subsets.add(Copies.with(subset, flow)));
        }
        subsets.set(0, none);
        if (!node.outgoing().isEmpty()) {
            subsets.removeIf(List::isEmpty);
        }
        return subsets;
    }

    private void put(Map<String, Integer> marking, String flow) {
        if (marking.merge(flow, 1, Integer::sum) > 1) {
            crowded.add(flow);
        }
    }

    private static void remove(Map<String, Integer> marking, String flow) {
        marking.computeIfPresent(flow, (_, count) -> count > 1 ? count - 1 : null);
    }
}
