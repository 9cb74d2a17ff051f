package zhangfa.mining.net;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes silent steps out of a net that only hand one token on (fusion of series places, Murata 1989): the cases that the
 * net allows stay the same. Always the first step that can go does; one that could not is looked at again only when arcs
 * of its places have changed, so that the work grows with the net and not with its cube.
 */
public final class Fusion {

    private final PetriNet net;
    private final @Nullable Transition[] transitions;
    private final BitSet fixed = new BitSet();
    private final List<Set<Integer>> takers;
    private final List<Set<Integer>> givers;
    private final List<Set<Integer>> watchers;
    private final List<Set<Integer>> emptiers;
    private final TreeSet<Integer> open = new TreeSet<>();
    private final int[] numbers;
    private int looks;

    Fusion(PetriNet net) {
        this.net = net;
        this.transitions = net.transitions().toArray(Transition[]::new);
        this.numbers = new int[net.places().size()];
        this.takers = sets();
        this.givers = sets();
        this.watchers = sets();
        this.emptiers = sets();
        for (var number = 0; number < transitions.length; number++) {
            note(number, net.transitions().get(number));
            open.add(number);
        }
        for (var place = 0; place < numbers.length; place++) {
            fixed.set(place, net.initial()[place] > 0 || net.last()[place] > 0);
        }
    }

    private List<Set<Integer>> sets() {
        return IntStream.range(0, net.places().size())
                .<Set<Integer>>mapToObj(place -> new HashSet<>())
                .toList();
    }

    private void note(int number, Transition transition) {
        IntStream.of(transition.takes()).forEach(place -> takers.get(place).add(number));
        IntStream.of(transition.gives()).forEach(place -> givers.get(place).add(number));
        IntStream.of(transition.inhibitors())
                .forEach(place -> watchers.get(place).add(number));
        IntStream.of(transition.resets()).forEach(place -> emptiers.get(place).add(number));
    }

    /** A net without the silent steps that change nothing, and without places that nothing uses. */
    public static PetriNet fused(PetriNet net) {
        return new Fusion(net).net();
    }

    PetriNet net() {
        for (var next = open.pollFirst(); next != null; next = open.pollFirst()) {
            looks++;
            var transition = transitions[next];
            if (transition != null && handsOn(transition)) {
                tryToTake(next, transition.takes()[0], transition.gives()[0]);
            }
        }
        return rest();
    }

    /** How many steps were looked at. */
    int looks() {
        return looks;
    }

    private void tryToTake(int number, int from, int to) {
        if (from == to) {
            take(number, from, to);
            lookAgain(to);
        } else if (!fixed.get(from) && takers.get(from).size() == 1 && areWatchedAlike(from, to)) {
            take(number, from, to);
            replace(from, to);
        } else if (!fixed.get(to) && givers.get(to).size() == 1 && areWatchedAlike(from, to)) {
            take(number, from, to);
            replace(to, from);
        }
    }

    private static boolean handsOn(Transition transition) {
        return transition.isSilent()
                && transition.isOrdinary()
                && transition.takes().length == 1
                && transition.gives().length == 1;
    }

    /** Whether every inhibitor or reset of one place is one of the other too. */
    private boolean areWatchedAlike(int one, int other) {
        return watchers.get(one).equals(watchers.get(other))
                && emptiers.get(one).equals(emptiers.get(other));
    }

    private void take(int number, int from, int to) {
        transitions[number] = null;
        takers.get(from).remove(number);
        givers.get(to).remove(number);
    }

    private void replace(int gone, int kept) {
        var touched = new HashSet<Integer>();
        for (var sets : List.of(takers, givers, watchers, emptiers)) {
            touched.addAll(sets.get(gone));
            sets.get(gone).clear();
        }
        for (int number : touched) {
            var transition = transitions[number];
            if (transition != null) {
                var changed = new Transition(
                        transition.id(),
                        transition.label(),
                        replaced(transition.takes(), gone, kept),
                        replaced(transition.gives(), gone, kept),
                        without(transition.inhibitors(), gone),
                        without(transition.resets(), gone));
                transitions[number] = changed;
                note(number, changed);
            }
        }
        lookAgain(kept);
    }

    private void lookAgain(int place) {
        open.addAll(takers.get(place));
        open.addAll(givers.get(place));
    }

    private static int[] replaced(int[] places, int gone, int kept) {
        return IntStream.of(places).map(place -> place == gone ? kept : place).toArray();
    }

    private static int[] without(int[] places, int gone) {
        return IntStream.of(places).filter(place -> place != gone).toArray();
    }

    private PetriNet rest() {
        var used = new BitSet();
        used.or(fixed);
        var left = Stream.of(transitions).filter(Objects::nonNull).toList();
        for (var transition : left) {
            IntStream.of(transition.takes()).forEach(used::set);
            IntStream.of(transition.gives()).forEach(used::set);
        }
        var kept = used.stream().toArray();
        for (var i = 0; i < kept.length; i++) {
            numbers[kept[i]] = i;
        }
        return new PetriNet(
                net.name(),
                IntStream.of(kept).mapToObj(net.places()::get).toList(),
                left.stream().map(transition -> renumbered(transition, used)).toList(),
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
        return IntStream.of(some).filter(used::get).map(place -> numbers[place]).toArray();
    }
}
