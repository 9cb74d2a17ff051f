package zhangfa.mining.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.tree.ProcessTree;
import zhangfa.mining.tree.RandomTrees;
import zhangfa.mining.tree.TreeNet;
import zhangfa.mining.tree.TreeText;

class QualityTests {

    private static Quality of(String tree, String... cases) {
        return Quality.of(TreeNet.of(TreeText.read(tree)), Logs.log(cases));
    }

    @Test
    void aModelThatAllowsJustTheLogIsPrecise() {
        assertThat(of("->( 'a', X( 'b', 'c' ) )", "a b", "a c").precision()).isEqualTo(1);
    }

    @Test
    void whatTheLogNeverDoesCostsPrecision() {
        // After nothing a; after a: b, c and d, of which the log does b and c. Two cases each: 1 - 2 / (2 + 6).
        assertThat(of("->( 'a', X( 'b', 'c', 'd' ) )", "a b", "a c").precision())
                .isEqualTo(0.75);
    }

    @Test
    void aSequenceIsSimpleAndAPartNeverUsedDoesNotGeneralise() {
        var quality = of("->( 'a', X( 'b', 'c' ) )", "a b", "a b", "a b", "a b");

        assertThat(quality.fitness()).isEqualTo(1);
        assertThat(quality.generalisation()).isCloseTo(1 - (0.5 + 0.5 + 1) / 3, within(1e-12));
        assertThat(of("->( 'a', 'b' )", "a b").simplicity()).isEqualTo(1);
        assertThat(quality.simplicity()).isEqualTo(1);
        assertThat(of("+( 'a', 'b', 'c' )", "a b c").simplicity()).isLessThan(1);
    }

    @Provide
    Arbitrary<ProcessTree> trees() {
        return RandomTrees.deep(3);
    }

    @Provide
    Arbitrary<List<String>> logs() {
        return Arbitraries.of("a", "b", "c", "d")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(events -> String.join(" ", events))
                .list()
                .uniqueElements()
                .ofMaxSize(5);
    }

    @Property(tries = 200)
    void precisionCountsAllThatSilentStepsLeadTo(
            @ForAll("trees") ProcessTree tree, @ForAll("logs") List<String> cases) {
        var net = TreeNet.of(tree);

        assertThat(new TokenReplay(net).precision(Logs.log(cases.toArray(String[]::new))))
                .isCloseTo(naivePrecision(net, cases), within(1e-9));
    }

    /** By sets of markings, each closed under silent steps. */
    private static double naivePrecision(PetriNet net, List<String> cases) {
        var next = new HashMap<List<String>, Set<String>>();
        var weight = new HashMap<List<String>, Integer>();
        for (var one : cases) {
            var events = Logs.words(one);
            for (var i = 0; i < events.size(); i++) {
                var beginning = events.subList(0, i);
                next.computeIfAbsent(beginning, key -> new HashSet<>()).add(events.get(i));
                weight.merge(beginning, 1, Integer::sum);
            }
        }
        var allowed = 0.0;
        var escaping = 0.0;
        for (var beginning : next.keySet()) {
            var enabled = enabled(net, beginning);
            allowed += enabled.size() * weight.get(beginning);
            enabled.removeAll(next.get(beginning));
            escaping += enabled.size() * weight.get(beginning);
        }
        return allowed == 0 ? 1 : 1 - escaping / allowed;
    }

    private static Set<String> enabled(PetriNet net, List<String> beginning) {
        var markings = closed(net, List.of(net.initial()));
        for (var activity : beginning) {
            if (net.activities().contains(activity)) {
                markings = closed(net, after(net, markings, activity));
            }
        }
        var enabled = new HashSet<String>();
        for (var marking : markings) {
            net.transitions().stream()
                    .filter(transition -> !transition.isSilent() && net.isEnabled(transition, array(marking)))
                    .forEach(transition -> enabled.add(transition.label()));
        }
        return enabled;
    }

    private static Set<List<Integer>> closed(PetriNet net, Iterable<int[]> markings) {
        var found = new HashSet<List<Integer>>();
        var open = new ArrayDeque<int[]>();
        markings.forEach(open::add);
        while (!open.isEmpty()) {
            var marking = open.poll();
            if (found.add(Arrays.stream(marking).boxed().toList())) {
                open.addAll(fired(net, marking, null));
            }
        }
        return found;
    }

    private static List<int[]> after(PetriNet net, Set<List<Integer>> markings, String activity) {
        return markings.stream()
                .flatMap(marking -> fired(net, array(marking), activity).stream())
                .toList();
    }

    private static List<int[]> fired(PetriNet net, int[] marking, String label) {
        return net.transitions().stream()
                .filter(transition -> Objects.equals(label, transition.label()))
                .filter(transition -> net.isEnabled(transition, marking))
                .map(transition -> {
                    var after = marking.clone();
                    PetriNet.fire(transition, after);
                    return after;
                })
                .toList();
    }

    private static int[] array(List<Integer> marking) {
        return marking.stream().mapToInt(Integer::intValue).toArray();
    }
}
