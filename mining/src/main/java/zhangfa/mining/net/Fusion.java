package zhangfa.mining.net;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes silent steps out of a net that only hand one token on (fusion of series places, Murata 1989): the cases that the
 * net allows stay the same.
 */
public final class Fusion {

    private final PetriNet net;
    private final List<Transition> transitions;
    private final BitSet fixed = new BitSet();
    private final int[] places;

    private Fusion(PetriNet net) {
        this.net = net;
        this.transitions = new ArrayList<>(net.transitions());
        this.places = IntStream.range(0, net.places().size()).toArray();
        for (var place = 0; place < places.length; place++) {
            fixed.set(place, net.initial()[place] > 0 || net.last()[place] > 0);
        }
    }

    /** A net without the silent steps that change nothing, and without places that nothing uses. */
    public static PetriNet fused(PetriNet net) {
        var fusion = new Fusion(net);
        while (fusion.step()) {}
        return fusion.rest();
    }

    private boolean step() {
        for (var transition : transitions) {
            if (handsOn(transition)) {
                var from = transition.takes()[0];
                var to = transition.gives()[0];
                if (from == to) {
                    transitions.remove(transition);
                    return true;
                }
                if (!fixed.get(from) && hasOneTaker(from) && areWatchedAlike(from, to)) {
                    transitions.remove(transition);
                    replace(from, to);
                    return true;
                }
                if (!fixed.get(to) && hasOneGiver(to) && areWatchedAlike(from, to)) {
                    transitions.remove(transition);
                    replace(to, from);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean handsOn(Transition transition) {
        return transition.isSilent()
                && transition.isOrdinary()
                && transition.takes().length == 1
                && transition.gives().length == 1;
    }

    private boolean hasOneTaker(int place) {
        return transitions.stream().filter(one -> contains(one.takes(), place)).count() == 1;
    }

    private boolean hasOneGiver(int place) {
        return transitions.stream().filter(one -> contains(one.gives(), place)).count() == 1;
    }

    /** Whether every inhibitor or reset of one place is one of the other too. */
    private boolean areWatchedAlike(int one, int other) {
        return transitions.stream()
                .allMatch(
                        transition -> contains(transition.inhibitors(), one) == contains(transition.inhibitors(), other)
                                && contains(transition.resets(), one) == contains(transition.resets(), other));
    }

    private static boolean contains(int[] places, int place) {
        return IntStream.of(places).anyMatch(one -> one == place);
    }

    private void replace(int gone, int kept) {
        transitions.replaceAll(transition -> new Transition(
                transition.id(),
                transition.label(),
                replaced(transition.takes(), gone, kept),
                replaced(transition.gives(), gone, kept),
                IntStream.of(transition.inhibitors())
                        .filter(place -> place != gone)
                        .toArray(),
                IntStream.of(transition.resets()).filter(place -> place != gone).toArray()));
    }

    private static int[] replaced(int[] places, int gone, int kept) {
        return IntStream.of(places).map(place -> place == gone ? kept : place).toArray();
    }

    private PetriNet rest() {
        var used = new BitSet();
        used.or(fixed);
        for (var transition : transitions) {
            IntStream.of(transition.takes()).forEach(used::set);
            IntStream.of(transition.gives()).forEach(used::set);
        }
        var kept = used.stream().toArray();
        for (var i = 0; i < kept.length; i++) {
            places[kept[i]] = i;
        }
        return new PetriNet(
                net.name(),
                IntStream.of(kept).mapToObj(net.places()::get).toList(),
                transitions.stream()
                        .map(transition -> renumbered(transition, used))
                        .toList(),
                IntStream.of(kept).map(place -> net.initial()[place]).toArray(),
                IntStream.of(kept).map(place -> net.last()[place]).toArray(),
                net.collects());
    }

    private Transition renumbered(Transition transition, BitSet used) {
        return new Transition(
                transition.id(),
                transition.label(),
                renumbered(transition.takes(), used),
                renumbered(transition.gives(), used),
                renumbered(transition.inhibitors(), used),
                renumbered(transition.resets(), used));
    }

    private int[] renumbered(int[] some, BitSet used) {
        return IntStream.of(some).filter(used::get).map(place -> places[place]).toArray();
    }
}
