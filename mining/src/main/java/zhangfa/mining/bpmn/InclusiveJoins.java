package zhangfa.mining.bpmn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import zhangfa.flow.ModelRefused;
import zhangfa.flow.Xml;
import zhangfa.mining.net.PetriNetBuilder;
import zhangfa.mining.net.Transition;

/**
 * Inclusive joins as BPMN 2.0.2 means them (13.4.3): a join fires with the tokens that are there when no token elsewhere
 * could still come to a flow without one, unless it could as well come to a flow that has one. For each choice of flows
 * with tokens that is a transition, and what it must not find is a set of inhibitor arcs.
 */
final class InclusiveJoins {

    private static final int MOST_ARCS = 100_000;

    private final PetriNetBuilder net;
    private final List<Join> joins = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Join(Xml element, String id, int[] incoming, int joined) {}

    InclusiveJoins(PetriNetBuilder net) {
        this.net = net;
    }

    void note(FlowNode node, int[] incoming, int joined) {
        joins.add(new Join(node.element(), node.id(), incoming, joined));
    }

    /** Adds the transitions of all joins, when the rest of the net is there. */
    void add() throws ModelRefused {
        var edges = edges();
        var transitions = new ArrayList<Transition>();
        var arcs = 0L;
        for (var join : joins) {
            for (var way : ways(join, edges)) {
                arcs += way.takes().length + way.inhibitors().length;
                transitions.add(way);
            }
            if (arcs > MOST_ARCS) {
                throw ModelRefused.at(
                        join.element,
                        "too-large",
                        "The inclusive joins wait in more than %d ways".formatted(MOST_ARCS));
            }
        }
        transitions.forEach(net::transition);
    }

    /** Which places give tokens to which, the joins themselves left out. */
    private BitSet[] edges() {
        var givers =
                IntStream.range(0, net.places()).mapToObj(place -> new BitSet()).toArray(BitSet[]::new);
        for (var transition : net.all()) {
            for (var to : transition.gives()) {
                IntStream.of(transition.takes()).forEach(givers[to]::set);
            }
        }
        return givers;
    }

    private List<Transition> ways(Join join, BitSet[] givers) {
        var sources = IntStream.of(join.incoming)
                .mapToObj(place -> sources(place, join, givers))
                .toArray(BitSet[]::new);
        var found = new ArrayList<Transition>();
        for (var there = 1; there < 1 << join.incoming.length; there++) {
            var takes = new ArrayList<Integer>();
            var waits = new BitSet();
            var served = new BitSet();
            for (var i = 0; i < join.incoming.length; i++) {
                if ((there >> i & 1) == 1) {
                    takes.add(join.incoming[i]);
                    served.or(sources[i]);
                } else {
                    waits.or(sources[i]);
                }
            }
            waits.andNot(served);
            found.add(new Transition(
                    join.id,
                    null,
                    takes.stream().mapToInt(Integer::intValue).toArray(),
                    new int[] {join.joined},
                    waits.stream().toArray(),
                    new int[0]));
        }
        return found;
    }

    /** Where a token may lie that could come to a flow without passing this join; the flow itself included. */
    private BitSet sources(int flow, Join join, BitSet[] givers) {
        var found = new BitSet();
        var open = new ArrayList<Integer>(List.of(flow));
        while (!open.isEmpty()) {
            var place = open.removeLast();
            if (found.get(place)) {
                continue;
            }
            found.set(place);
            givers[place].stream().forEach(open::add);
            for (var other : joins) {
                if (other.joined != join.joined && other.joined == place) {
                    IntStream.of(other.incoming).forEach(open::add);
                }
            }
        }
        return found;
    }
}
