package zhangfa.mining.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Silent steps that only hand on are taken out as a plain search takes them, and at little cost. */
class FusionTests {

    private static final int[] NONE = {};

    /** A model of thousands of nodes as a drawing has them: activities in a row, each behind a gateway that splits and one that joins. */
    private static PetriNet blocks(int count) {
        var net = new PetriNetBuilder("long");
        var source = net.place("source");
        var at = source;
        for (var block = 0; block < count; block++) {
            var split = net.place("split");
            var join = net.place("join");
            net.transition("enter", null, new int[] {at}, new int[] {split});
            for (var branch = 0; branch < 2; branch++) {
                var before = net.place("before");
                var after = net.place("after");
                net.transition("choose", null, new int[] {split}, new int[] {before});
                net.transition("do", "a" + block + branch, new int[] {before}, new int[] {after});
                net.transition("meet", null, new int[] {after}, new int[] {join});
            }
            at = join;
        }
        return net.between(source, at);
    }

    @Test
    void theWorkGrowsWithTheNet() {
        var net = blocks(2_000);
        var fusion = new Fusion(net);
        var fused = fusion.net();

        assertThat(net.transitions()).hasSizeGreaterThan(10_000);
        assertThat(fused.transitions()).hasSize(4_000).allMatch(transition -> !transition.isSilent());
        assertThat(fused.places()).hasSize(2_001);
        assertThat(fusion.looks()).isLessThan(5 * net.transitions().size());
    }

    @RepeatedTest(300)
    void findsWhatAPlainSearchFinds(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        var builder = new PetriNetBuilder("random");
        var places = 2 + random.nextInt(12);
        IntStream.range(0, places).forEach(place -> builder.place("p" + place));
        for (var number = random.nextInt(25); number >= 0; number--) {
            var watches = random.nextInt(6) == 0;
            builder.transition(new Transition(
                    "t" + number,
                    random.nextInt(4) == 0 ? "a" : null,
                    some(random, places, 1 + random.nextInt(5) / 4),
                    some(random, places, 1 + random.nextInt(5) / 4),
                    watches ? some(random, places, random.nextInt(3)) : NONE,
                    watches ? some(random, places, random.nextInt(2)) : NONE));
        }
        var net = builder.between(0, 1);

        assertThat(arcs(Fusion.fused(net).transitions())).isEqualTo(arcs(plain(net)));
    }

    private static int[] some(Random random, int places, int count) {
        return random.ints(0, places).distinct().limit(count).toArray();
    }

    /** Places by the first transition that names them, since the numbers of places are new. */
    private static List<String> arcs(List<Transition> transitions) {
        var numbers = new ArrayList<Integer>();
        var arcs = new ArrayList<String>();
        for (var transition : transitions) {
            var text = new StringBuilder(transition.id());
            for (var places : List.of(transition.takes(), transition.gives())) {
                text.append(" |");
                for (var place : places) {
                    if (!numbers.contains(place)) {
                        numbers.add(place);
                    }
                    text.append(' ').append(numbers.indexOf(place));
                }
            }
            arcs.add(text.toString());
        }
        return arcs;
    }

    private static List<Transition> plain(PetriNet net) {
        var left = new ArrayList<>(net.transitions());
        while (List.copyOf(left).stream().anyMatch(transition -> taken(transition, left, net))) {}
        return left;
    }

    private static boolean taken(Transition step, List<Transition> left, PetriNet net) {
        if (!step.isSilent() || !step.isOrdinary() || step.takes().length != 1 || step.gives().length != 1) {
            return false;
        }
        var from = step.takes()[0];
        var to = step.gives()[0];
        if (from == to) {
            return left.remove(step);
        }
        var alike = left.stream()
                .allMatch(one -> has(one.inhibitors(), from) == has(one.inhibitors(), to)
                        && has(one.resets(), from) == has(one.resets(), to));
        if (alike
                && isFree(net, from)
                && left.stream().filter(one -> has(one.takes(), from)).count() == 1) {
            return left.remove(step) && replace(left, from, to);
        }
        if (alike
                && isFree(net, to)
                && left.stream().filter(one -> has(one.gives(), to)).count() == 1) {
            return left.remove(step) && replace(left, to, from);
        }
        return false;
    }

    private static boolean isFree(PetriNet net, int place) {
        return net.initial()[place] == 0 && net.last()[place] == 0;
    }

    private static boolean replace(List<Transition> left, int gone, int kept) {
        left.replaceAll(one -> new Transition(
                one.id(),
                one.label(),
                IntStream.of(one.takes())
                        .map(place -> place == gone ? kept : place)
                        .toArray(),
                IntStream.of(one.gives())
                        .map(place -> place == gone ? kept : place)
                        .toArray(),
                IntStream.of(one.inhibitors()).filter(place -> place != gone).toArray(),
                IntStream.of(one.resets()).filter(place -> place != gone).toArray()));
        return true;
    }

    private static boolean has(int[] places, int place) {
        return IntStream.of(places).anyMatch(one -> one == place);
    }
}
