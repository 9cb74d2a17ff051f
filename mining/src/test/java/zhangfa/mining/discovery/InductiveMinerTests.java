package zhangfa.mining.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.conformance.Aligner;
import zhangfa.mining.conformance.Logs;
import zhangfa.mining.log.Progress;
import zhangfa.mining.log.Variants;
import zhangfa.mining.tree.Operator;
import zhangfa.mining.tree.TreeNet;
import zhangfa.mining.tree.TreeText;
import zhangfa.mining.tree.TreeTexts;

class InductiveMinerTests {

    private static String discovered(String... cases) {
        return TreeTexts.unordered(InductiveMiner.discover(Logs.log(cases), 0));
    }

    private static String tree(String text) {
        return TreeTexts.unordered(TreeText.read(text));
    }

    @Test
    void eachCutIsFound() {
        assertThat(discovered("a b", "a c")).isEqualTo(tree("->( 'a', X( 'b', 'c' ) )"));
        assertThat(discovered("a b c", "a c b")).isEqualTo(tree("->( 'a', +( 'b', 'c' ) )"));
        assertThat(discovered("a", "a b a", "a b a b a")).isEqualTo(tree("*( 'a', 'b' )"));
        assertThat(discovered("a b", "")).isEqualTo(tree("X( tau, ->( 'a', 'b' ) )"));
    }

    @Test
    void whatCanOnlyBeSkippedTogetherIsSkippedTogether() {
        assertThat(discovered("a b c d", "a d")).isEqualTo(tree("->( 'a', X( tau, ->( 'b', 'c' ) ), 'd' )"));
    }

    @Test
    void whereNoCutHoldsAnActivityIsTakenOutOrAnythingIsAllowed() {
        assertThat(discovered("a a")).isEqualTo(tree("*( 'a', tau )"));
        assertThat(discovered("x a x b", "a x b x")).contains("*['x', tau]");
    }

    @Test
    void aLogWithoutEventsSaysNothing() {
        assertThat(discovered("")).isEqualTo("tau");
        assertThat(discovered()).isEqualTo("tau");
    }

    @Test
    void aRareWayOnIsLeftOutWhereNoCutIsFoundOtherwise() {
        var variants = Logs.log("a b c", "a b a b c");
        var log = new Variants(variants.activities(), variants.sequences(), new int[] {100, 1});

        assertThat(InductiveMiner.discover(log, 0)).hasToString("->( *( ->( 'a', 'b' ), tau ), 'c' )");
        assertThat(InductiveMiner.discover(log, 0.2)).hasToString("->( 'a', *( 'b', tau ), 'c' )");
    }

    @Test
    void noiseIsAShare() {
        assertThatThrownBy(() -> InductiveMiner.discover(Logs.log("a"), 1.5)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> InductiveMiner.discover(Logs.log("a"), Double.NaN))
                .hasMessageContaining("NaN");
    }

    @Provide
    Arbitrary<List<String>> logs() {
        return Arbitraries.of("a", "b", "c", "d")
                .list()
                .ofMaxSize(7)
                .map(events -> String.join(" ", events))
                .list()
                .uniqueElements()
                .ofMaxSize(8);
    }

    @Property(tries = 300)
    void withoutNoiseTheTreeAllowsEveryCase(@ForAll("logs") List<String> cases) {
        var log = Logs.log(cases.toArray(String[]::new));
        var tree = InductiveMiner.discover(log, 0);

        assertThat(new Aligner(TreeNet.of(tree)).align(log).totalCost()).isZero();
    }

    @Property(tries = 100)
    void withNoiseThereIsAlwaysASoundTree(@ForAll("logs") List<String> cases) {
        var tree = InductiveMiner.discover(Logs.log(cases.toArray(String[]::new)), 0.4);

        assertThat(new Aligner(TreeNet.of(tree)).align(List.of()).optimal()).isTrue();
    }

    /** The same trees as the reference: with noise only when it is imitated in what it miscounts. */
    @ParameterizedTest
    @MethodSource("zhangfa.mining.ReferenceData#logs")
    void agreesWithTheReference(String name) throws Exception {
        var variants = ReferenceData.variants(name);
        var expected = ReferenceData.expected(name);

        assertThat(TreeTexts.unordered(InductiveMiner.discover(variants, 0)))
                .isEqualTo(tree(expected.at("/inductive:im/tree").asString()));
        assertThat(TreeTexts.unordered(InductiveMiner.discover(
                        variants, 0.2, InductiveMinerTests::countingOnlyTheLast, Progress.NONE)))
                .isEqualTo(tree(expected.at("/inductive:imf02/tree").asString()));
    }

    /**
     * In a concurrent split several variants can become one. The reference then keeps the count of the last of them
     * where we add them up.
     */
    private static List<SubLog> countingOnlyTheLast(SubLog log, Cut cut) {
        if (cut.operator() != Operator.PARALLEL) {
            return Splitting.split(log, cut);
        }
        var parts = new ArrayList<SubLog>();
        for (var group = 0; group < cut.size(); group++) {
            var wanted = group;
            var last = new LinkedHashMap<List<Integer>, Long>();
            log.forEach((events, count) -> last.put(
                    Arrays.stream(events)
                            .filter(event -> cut.groupOf()[event] == wanted)
                            .boxed()
                            .toList(),
                    count));
            var part = new SubLog();
            last.forEach((events, count) ->
                    part.add(events.stream().mapToInt(Integer::intValue).toArray(), count));
            parts.add(part);
        }
        return parts;
    }
}
