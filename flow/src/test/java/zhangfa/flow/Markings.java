package zhangfa.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import zhangfa.flow.Node.Kind;

/**
 * A second, naive reading of the token game: every marking that some run of a graph can come to rest in, a marking being
 * how many tokens are in each step and on each flow into a join.
 */
final class Markings {

    private final Graph graph;

    private Markings(Graph graph) {
        this.graph = graph;
    }

    static Set<TreeMap<String, Integer>> of(Graph graph) {
        var markings = new Markings(graph);
        var seen = new HashSet<TreeMap<String, Integer>>();
        var open = new ArrayDeque<>(markings.leave(graph.start(), new TreeMap<>()));
        while (!open.isEmpty()) {
            var marking = open.remove();
            if (seen.add(marking)) {
                for (var step : marking.keySet()) {
                    if (graph.nodes().containsKey(step)) {
                        var rest = new TreeMap<>(marking);
                        take(rest, step);
                        open.addAll(markings.leave(graph.node(step), rest));
                    }
                }
            }
        }
        return seen;
    }

    /** Where a case is: what a detour interrupts counts, not where it leads. */
    static TreeMap<String, Integer> of(FlowState state) {
        var marking = new TreeMap<String, Integer>();
        state.activities().stream()
                .filter(activity -> !activity.isDone())
                .forEach(activity ->
                        put(marking, activity.isDetour() ? activity.back().getLast() : activity.step()));
        state.waiting().forEach(token -> put(marking, token.flow()));
        return marking;
    }

    private List<TreeMap<String, Integer>> leave(Node node, TreeMap<String, Integer> marking) {
        if (node.kind() == Kind.EXCLUSIVE) {
            var all = new ArrayList<TreeMap<String, Integer>>();
            node.outgoing().forEach(flow -> all.addAll(arrive(flow, marking)));
            return all;
        }
        var all = List.of(marking);
        for (var flow : node.outgoing()) {
            all = all.stream().flatMap(one -> arrive(flow, one).stream()).toList();
        }
        return all;
    }

    private List<TreeMap<String, Integer>> arrive(Flow flow, TreeMap<String, Integer> marking) {
        var target = graph.target(flow);
        if (target.kind() == Kind.STEP) {
            var next = new TreeMap<>(marking);
            put(next, target.id());
            return List.of(next);
        }
        if (!target.isJoin()) {
            return leave(target, marking);
        }
        var next = new TreeMap<>(marking);
        put(next, flow.id());
        if (!next.keySet().containsAll(target.incoming().stream().map(Flow::id).toList())) {
            return List.of(next);
        }
        target.incoming().forEach(incoming -> take(next, incoming.id()));
        return leave(target, next);
    }

    private static void put(TreeMap<String, Integer> marking, String place) {
        marking.merge(place, 1, Integer::sum);
    }

    private static void take(TreeMap<String, Integer> marking, String place) {
        marking.computeIfPresent(place, (key, count) -> count > 1 ? count - 1 : null);
    }
}
