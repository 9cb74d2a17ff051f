package zhangfa.mining.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import zhangfa.flow.ModelRefused;
import zhangfa.mining.bpmn.FlowNode.Arc;
import zhangfa.mining.net.PetriNetBuilder;

/**
 * How tokens come into nodes and out of them. What decides is not known to a log, so every outcome of a condition is
 * possible.
 */
final class Ways {

    /** A node that chooses some of its flows has a transition for each choice. */
    static final int MOST_CHOSEN_FLOWS = 10;

    private final PetriNetBuilder net;
    private final InclusiveJoins joins;

    Ways(PetriNetBuilder net, InclusiveJoins joins) {
        this.net = net;
        this.joins = joins;
    }

    /** The place in front of a node: parallel and inclusive gateways wait for others, all else takes each token alone. */
    int into(FlowNode node) throws ModelRefused {
        var incoming = places(node.incoming(), arc -> true);
        if (incoming.length == 1) {
            return incoming[0];
        }
        var in = net.place("in " + node.id());
        if (incoming.length == 0) {
            return in;
        }
        switch (node.kind()) {
            case "parallelGateway" -> silent(node, incoming, in);
            case "inclusiveGateway" -> {
                refuseTooMany(node, incoming.length);
                joins.note(node, incoming, in);
            }
            default -> IntStream.of(incoming).forEach(place -> silent(node, new int[] {place}, in));
        }
        return in;
    }

    /** The place behind a node; a token that no flow takes up has ended. */
    int outOf(FlowNode node, int ended) throws ModelRefused {
        var outgoing = places(node.outgoing(), arc -> true);
        if (outgoing.length == 0) {
            return ended;
        }
        if (outgoing.length == 1) {
            return outgoing[0];
        }
        var out = net.place("out of " + node.id());
        for (var taken : choices(node, outgoing)) {
            net.transition(node.id() + ">" + flows(node, taken), null, new int[] {out}, taken);
        }
        return out;
    }

    private static String flows(FlowNode node, int[] taken) {
        return node.outgoing().stream()
                .filter(arc -> IntStream.of(taken).anyMatch(place -> place == arc.place()))
                .map(Arc::id)
                .collect(Collectors.joining("+"));
    }

    private static List<int[]> choices(FlowNode node, int[] outgoing) throws ModelRefused {
        return switch (node.kind()) {
            case "exclusiveGateway", "eventBasedGateway" ->
                IntStream.of(outgoing).mapToObj(place -> new int[] {place}).toList();
            case "parallelGateway" -> List.of(outgoing);
            case "inclusiveGateway" -> some(node, new int[0], places(node.outgoing(), arc -> !node.isDefault(arc)));
            default ->
                some(
                        node,
                        places(node.outgoing(), arc -> !arc.conditional() && !node.isDefault(arc)),
                        places(node.outgoing(), arc -> arc.conditional() && !node.isDefault(arc)));
        };
    }

    /** What is always taken, with any choice of the rest; with none of it the default, if there is one. */
    private static List<int[]> some(FlowNode node, int[] always, int[] perhaps) throws ModelRefused {
        refuseTooMany(node, perhaps.length);
        var found = new ArrayList<int[]>();
        for (var chosen = 0; chosen < 1 << perhaps.length; chosen++) {
            var now = chosen;
            var some = IntStream.range(0, perhaps.length)
                    .filter(i -> (now >> i & 1) == 1)
                    .map(i -> perhaps[i]);
            var otherwise = chosen == 0 ? places(node.outgoing(), node::isDefault) : new int[0];
            var all = IntStream.concat(IntStream.concat(IntStream.of(always), some), IntStream.of(otherwise))
                    .toArray();
            if (all.length > 0) {
                found.add(all);
            }
        }
        return found;
    }

    private static void refuseTooMany(FlowNode node, int flows) throws ModelRefused {
        if (flows > MOST_CHOSEN_FLOWS) {
            throw ModelRefused.at(
                    node.element(), "too-many-flows", "More than %d flows to choose from".formatted(MOST_CHOSEN_FLOWS));
        }
    }

    private static int[] places(List<Arc> arcs, Predicate<Arc> wanted) {
        return arcs.stream().filter(wanted).mapToInt(Arc::place).toArray();
    }

    private void silent(FlowNode node, int[] takes, int... gives) {
        net.transition(node.id(), null, takes, gives);
    }
}
