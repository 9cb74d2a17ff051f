package zhangfa.mining.split;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhangfa.flow.ModelRefused;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.bpmn.BpmnModel;
import zhangfa.mining.conformance.Aligner;
import zhangfa.mining.conformance.Logs;
import zhangfa.mining.conformance.Quality;
import zhangfa.mining.drawing.BpmnFile;
import zhangfa.mining.drawing.Flowchart;
import zhangfa.mining.drawing.LayeredDrawing;
import zhangfa.mining.drawing.Shape.Kind;
import zhangfa.mining.drawing.Walk;
import zhangfa.mining.log.Variants;
import zhangfa.mining.net.PetriNet;

class SplitMinerTests {

    private static Flowchart discovered(double eta, String... cases) {
        return SplitMiner.discover(Logs.log(cases), eta, SplitMiner.USUAL_EPSILON);
    }

    private static PetriNet net(Flowchart chart) {
        try {
            return BpmnModel.read(BpmnFile.write(LayeredDrawing.of(chart)).getBytes(UTF_8));
        } catch (ModelRefused e) {
            throw new AssertionError(e);
        }
    }

    private static int cost(Flowchart chart, String... cases) {
        return (int) new Aligner(net(chart)).align(Logs.log(cases)).totalCost();
    }

    private static long count(Flowchart chart, Kind kind) {
        return chart.nodes().stream().filter(node -> node.kind() == kind).count();
    }

    @Test
    void activitiesInBothOrdersRunAtOnce() {
        var chart = discovered(0, "a b c d", "a c b d");

        assertThat(count(chart, Kind.PARALLEL)).isEqualTo(2);
        assertThat(chart.nodes()).hasSize(8);
        assertThat(cost(chart, "a b c d", "a c b d")).isZero();
        assertThat(cost(chart, "a b d")).isEqualTo(1);
    }

    @Test
    void activitiesThatNeverMeetExcludeEachOther() {
        var chart = discovered(0, "a b d", "a c d");

        assertThat(count(chart, Kind.EXCLUSIVE)).isEqualTo(2);
        assertThat(cost(chart, "a b d", "a c d")).isZero();
        assertThat(cost(chart, "a b c d")).isEqualTo(1);
    }

    @Test
    void aChoiceBesideSomethingConcurrentIsNestedInIt() {
        var cases = new String[] {"a b d e", "a d b e", "a c d e", "a d c e"};
        var chart = discovered(0, cases);

        assertThat(count(chart, Kind.PARALLEL)).isEqualTo(2);
        assertThat(count(chart, Kind.EXCLUSIVE)).isEqualTo(2);
        assertThat(cost(chart, cases)).isZero();
        assertThat(cost(chart, "a b e")).isEqualTo(1);
    }

    @Test
    void partsThatAreNoBlocksMeetInAnInclusiveJoin() {
        // b and c at once, then after b also e, or after both d: no tree says this.
        var cases = new String[] {"a b c d f", "a c b d f", "a b e c f", "a b c e f", "a c b e f"};
        var chart = discovered(0, cases);

        assertThat(isSound(net(chart))).isTrue();
        assertThat(cost(chart, "a b c d f", "a c b d f")).isZero();
    }

    @Test
    void anActivityThatRepeatsItselfIsALoopOfItsOwn() {
        var chart = discovered(0, "a b c", "a b b c", "a b b b c");

        assertThat(cost(chart, "a b c", "a b b b b c")).isZero();
        assertThat(cost(chart, "a c")).isEqualTo(1);
    }

    @Test
    void twoActivitiesThatComeBackToEachOtherAreALoopAndNotConcurrent() {
        var chart = discovered(0, "a b c", "a b d b c", "a b d b d b c");

        assertThat(count(chart, Kind.PARALLEL)).isZero();
        assertThat(cost(chart, "a b c", "a b d b d b c")).isZero();
    }

    @Test
    void theRarerOfTwoOrdersIsNoiseWhereOnePrevails() {
        var variants = Logs.log("a b c d", "a c b d");
        var log = new Variants(variants.activities(), variants.sequences(), new int[] {97, 3});

        assertThat(count(SplitMiner.discover(log, 0, 0.1), Kind.PARALLEL)).isZero();
        assertThat(count(SplitMiner.discover(log, 0, 1), Kind.PARALLEL)).isEqualTo(2);
    }

    @Test
    void rareFlowsAreLeftOutButNoActivityIs() {
        var variants = Logs.log("a b c", "a c", "a x c");
        var log = new Variants(variants.activities(), variants.sequences(), new int[] {100, 2, 1});

        var chart = SplitMiner.discover(log, 0.4, 0.1);

        assertThat(cost(chart, "a b c", "a x c")).isZero();
        assertThat(cost(chart, "a c")).isEqualTo(1);
    }

    @Test
    void aLogWithoutEventsIsAnEmptyProcess() {
        assertThat(discovered(0.4).nodes()).hasSize(2);
        assertThat(discovered(0.4, "").flows()).hasSize(1);
        assertThat(cost(discovered(0.4, "", "a"), "", "a")).isZero();
    }

    @Test
    void etaAndEpsilonAreShares() {
        assertThatThrownBy(() -> discovered(1.5, "a")).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> SplitMiner.discover(Logs.log("a"), 0, Double.NaN))
                .hasMessageContaining("NaN");
    }

    /** The figures of docs/mining-conformance.md, on four of its logs. */
    @ParameterizedTest
    @CsvSource({
        "running-example, 0.9028, 0.8537",
        "bpic2020-DomesticDeclarations, 0.9798, 0.9245",
        "sepsis, 0.7390, 0.9801",
        "repairExample, 0.9220, 0.5556"
    })
    void theModelsOfRealLogsAreAsDocumented(String name, double fitness, double precision) throws Exception {
        var variants = ReferenceData.variants(name);
        var quality = Quality.of(net(SplitMiner.discover(variants, 0.4, 0.1)), variants);

        assertThat(quality.fitness()).isCloseTo(fitness, within(5e-5));
        assertThat(quality.precision()).isCloseTo(precision, within(5e-5));
    }

    @Provide
    Arbitrary<List<String>> logs() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f")
                .list()
                .ofMaxSize(9)
                .map(events -> String.join(" ", events))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** Logs in which nothing comes twice, neither in a case nor, over several cases, before what it follows. */
    @Provide
    Arbitrary<List<String>> logsWithoutRepetition() {
        return Arbitraries.shuffle("a", "b", "c", "d", "e", "f", "g")
                .flatMap(all ->
                        Arbitraries.integers().between(1, 7).map(size -> String.join(" ", all.subList(0, size))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 100)
    void everyActivityIsInTheModelAndOnAWayFromStartToEnd(@ForAll("logs") List<String> cases) {
        for (var eta : List.of(0.0, 0.4, 1.0)) {
            var log = Logs.log(cases.toArray(String[]::new));
            var chart = SplitMiner.discover(log, eta, 0.1);
            var tasks = chart.nodes().stream()
                    .filter(node -> node.kind() == Kind.TASK)
                    .map(Flowchart.Node::name)
                    .toList();

            assertThat(tasks).containsExactlyInAnyOrderElementsOf(log.activities());
            assertThat(reached(chart, 0, true)).isEqualTo(chart.nodes().size());
            assertThat(reached(chart, 1, false)).isEqualTo(chart.nodes().size());
        }
    }

    private static int reached(Flowchart chart, int first, boolean ahead) {
        var found = new BitSet();
        var open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            int node = open.poll();
            if (!found.get(node)) {
                found.set(node);
                chart.flows().stream()
                        .filter(flow -> (ahead ? flow.from() : flow.to()) == node)
                        .forEach(flow -> open.add(ahead ? flow.to() : flow.from()));
            }
        }
        return found.cardinality();
    }

    @Property(tries = 100)
    void noModelGetsStuck(@ForAll("logs") List<String> cases) {
        var chart = discovered(0.4, cases.toArray(String[]::new));

        assertThat(stuck(net(chart))).isEmpty();
    }

    /** Work at once inside a loop, beside something that happens once: the join of both must not wait for as many. */
    @Test
    void aPartThatMayBeLeftSeveralTimesIsNotWaitedFor() {
        assertThat(stuck(net(discovered(0.4, "", "d b", "a e d a", "a b d a c", "b a a d c a"))))
                .isEmpty();
    }

    @Property(tries = 100)
    void aModelWithoutLoopsIsSound(@ForAll("logsWithoutRepetition") List<String> cases) {
        var chart = discovered(0, cases.toArray(String[]::new));
        if (isAcyclic(chart)) {
            assertThat(isSound(net(chart))).isTrue();
        }
    }

    private static boolean isAcyclic(Flowchart chart) {
        return Walk.through(node -> chart.flows().stream()
                        .filter(flow -> flow.from() == node)
                        .map(Flowchart.Flow::to)
                        .toList())
                .back()
                .isEmpty();
    }

    /** Every marking that can be reached is complete or goes on, and none has two tokens on a place. */
    private static boolean isSound(PetriNet net) {
        var sink = Arrays.stream(net.last()).sum();
        return stuck(net).isEmpty()
                && markings(net, 20_000).stream()
                        .allMatch(marking -> marking.stream().allMatch(tokens -> tokens <= sink));
    }

    private static Set<List<Integer>> stuck(PetriNet net) {
        return markings(net, 2_000).stream()
                .filter(marking -> successors(net, array(marking)).isEmpty() && !net.isComplete(array(marking)))
                .collect(Collectors.toSet());
    }

    private static Set<List<Integer>> markings(PetriNet net, int most) {
        var found = new HashSet<List<Integer>>();
        var open = new ArrayDeque<int[]>();
        open.add(net.initial());
        while (!open.isEmpty() && found.size() < most) {
            var marking = open.poll();
            if (found.add(Arrays.stream(marking).boxed().toList())) {
                open.addAll(successors(net, marking));
            }
        }
        return found;
    }

    private static List<int[]> successors(PetriNet net, int[] marking) {
        var after = new ArrayList<int[]>();
        for (var transition : net.transitions()) {
            if (net.isEnabled(transition, marking)) {
                var next = marking.clone();
                PetriNet.fire(transition, next);
                after.add(next);
            }
        }
        return after;
    }

    private static int[] array(List<Integer> marking) {
        return marking.stream().mapToInt(Integer::intValue).toArray();
    }
}
