package zhangfa.flow;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import zhangfa.flow.Node.Kind;

/**
 * A second, naive reading of the token game: every marking that some run of a graph can come to rest in, a marking being
 * how many tokens are in each step and on each flow into a join.
 */
final class Markings {

    private static final String ON_THE_WAY = "~";

    private final Graph graph;

    private Markings(Graph graph) {
        this.graph = graph;
    }

    static Set<TreeMap<String, Integer>> of(Graph graph) {
        var markings = new Markings(graph);
        var seen = new HashSet<TreeMap<String, Integer>>();
        var open = new ArrayDeque<>(markings.leave(graph.start(Graph.PROCESS), new TreeMap<>()));
        while (!open.isEmpty()) {
            var marking = open.remove();
            if (seen.add(marking)) {
                for (var node : marking.keySet()) {
                    if (graph.nodes().containsKey(node)) {
                        var rest = new TreeMap<>(marking);
                        take(rest, node);
                        rest.keySet().removeIf(place -> markings.isInside(place, node));
                        if (!graph.node(node).isScope()) {
                            open.addAll(markings.leave(graph.node(node), rest));
                        }
                        graph.nodes().values().stream()
                                .filter(event -> node.equals(event.catching().host()))
                                .forEach(event -> open.addAll(markings.leave(event, rest)));
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
        state.waits().stream().filter(wait -> !wait.over()).forEach(wait -> put(marking, wait.node()));
        state.visits().stream()
                .filter(visit -> visit instanceof Scope && !visit.isDone())
                .forEach(visit -> put(marking, visit.node()));
        state.waiting().forEach(token -> put(marking, token.flow()));
        return marking;
    }

    private List<TreeMap<String, Integer>> leave(Node node, TreeMap<String, Integer> marking) {
        return choices(node).stream()
                .map(flows -> {
                    var next = new TreeMap<>(marking);
                    flows.forEach(flow -> put(next, ON_THE_WAY + flow.id()));
                    return next;
                })
                .flatMap(next -> walk(next).stream())
                .toList();
    }

    private static List<List<Flow>> choices(Node node) {
        if (node.kind() == Kind.EXCLUSIVE) {
            return node.outgoing().stream().map(List::of).toList();
        }
        if (node.kind() != Kind.INCLUSIVE || node.outgoing().size() == 1) {
            return List.of(node.outgoing());
        }
        List<List<Flow>> subsets = List.of(List.of());
        for (var flow : node.outgoing()) {
            subsets = subsets.stream()
                    .flatMap(one -> Stream.of(
                            one, Stream.concat(one.stream(), Stream.of(flow)).toList()))
                    .toList();
        }
        return subsets.stream().filter(one -> !one.isEmpty()).toList();
    }

    /** Moves tokens on the way until all rest, then lets an inclusive join go on that nothing else can reach any more. */
    private List<TreeMap<String, Integer>> walk(TreeMap<String, Integer> marking) {
        var moving = marking.keySet().stream()
                .filter(place -> place.startsWith(ON_THE_WAY))
                .findFirst();
        if (moving.isPresent()) {
            var next = new TreeMap<>(marking);
            take(next, moving.get());
            return arrive(flow(moving.get().substring(ON_THE_WAY.length())), next);
        }
        for (var join : graph.joins()) {
            var here = join.incoming().stream()
                    .map(Flow::id)
                    .filter(marking::containsKey)
                    .toList();
            var ready = join.kind() == Kind.PARALLEL
                    ? here.size() == join.incoming().size()
                    : !here.isEmpty() && marking.keySet().stream().noneMatch(place -> canStillCome(place, join));
            if (ready) {
                var next = new TreeMap<>(marking);
                here.forEach(flow -> take(next, flow));
                return leave(join, next);
            }
        }
        return finished(marking)
                .map(scope -> {
                    var next = new TreeMap<>(marking);
                    take(next, scope.id());
                    next.keySet().removeIf(place -> isInside(place, scope.id()));
                    return leave(scope, next);
                })
                .orElse(List.of(marking));
    }

    /** A sub-process in which every token is at an end. */
    private Optional<Node> finished(TreeMap<String, Integer> marking) {
        return graph.nodes().values().stream()
                .filter(node -> node.isScope() && marking.containsKey(node.id()))
                .filter(scope -> marking.keySet().stream()
                        .filter(place -> isInside(place, scope.id()))
                        .allMatch(place -> node(place).kind() == Kind.END))
                .findFirst();
    }

    private boolean isInside(String place, String scope) {
        var at = node(place).scope();
        while (!at.isEmpty() && !at.equals(scope)) {
            at = graph.node(at).scope();
        }
        return at.equals(scope);
    }

    private Node node(String place) {
        return graph.nodes().containsKey(place) ? graph.node(place) : graph.target(flow(place));
    }

    private List<TreeMap<String, Integer>> arrive(Flow flow, TreeMap<String, Integer> marking) {
        var target = graph.target(flow);
        if (target.isScope()) {
            put(marking, target.id());
            return leave(graph.start(target.id()), marking);
        }
        var ends = target.kind() == Kind.END && !target.scope().isEmpty();
        if (target.isRest() || target.isJoin() || ends) {
            put(marking, target.isRest() ? target.id() : flow.id());
            return walk(marking);
        }
        return leave(target, marking);
    }

    /** Whether a token from elsewhere can come to a join: in a well-nested block, from inside it alone. */
    private boolean canStillCome(String place, Node join) {
        var node = node(place);
        while (!node.scope().equals(join.scope())) {
            if (node.scope().isEmpty()) {
                return false;
            }
            node = graph.node(node.scope());
        }
        return !node.equals(join) && canReach(node, join, new HashSet<>());
    }

    private boolean canReach(Node from, Node join, Set<Node> seen) {
        return from.equals(join)
                || seen.add(from)
                        && graph.exits(from).stream().anyMatch(flow -> canReach(graph.target(flow), join, seen));
    }

    private Flow flow(String id) {
        return graph.nodes().values().stream()
                .flatMap(node -> node.outgoing().stream())
                .filter(flow -> flow.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void put(TreeMap<String, Integer> marking, String place) {
        marking.merge(place, 1, Integer::sum);
    }

    private static void take(TreeMap<String, Integer> marking, String place) {
        marking.computeIfPresent(place, (key, count) -> count > 1 ? count - 1 : null);
    }
}
