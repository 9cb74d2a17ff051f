package zhangfa.mining.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zhangfa.mining.conformance.Step.Kind;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.UnboundedNetException;

class AlignerTests {

    private static final PetriNet ABC = Nets.net("a: i > p", "b: p > q", "c: q > o");

    private static Alignment aligned(PetriNet net, String sequence) {
        return new Aligner(net).align(Logs.words(sequence));
    }

    @Test
    void aCaseThatFitsCostsNothing() {
        var alignment = aligned(ABC, "a b c");

        assertThat(alignment.fits()).isTrue();
        assertThat(alignment.steps()).extracting(Step::kind).containsOnly(Kind.BOTH);
    }

    @Test
    void whatOnlyOneSideShowsCostsOne() {
        var alignment = aligned(ABC, "a x c");

        assertThat(alignment.cost()).isEqualTo(2);
        assertThat(alignment.steps())
                .filteredOn(step -> step.kind() != Kind.BOTH)
                .extracting(Step::kind, Step::activity)
                .containsExactlyInAnyOrder(tuple(Kind.LOG, "x"), tuple(Kind.MODEL, "b"));
    }

    @Test
    void aStepDoneTooEarlyCostsTwo() {
        assertThat(aligned(ABC, "b a c").cost()).isEqualTo(2);
    }

    @Test
    void theModelMayGoRoundALoopToExplainACase() {
        var net = Nets.net("a: i > p", ": p > i", "b: p > o");

        assertThat(aligned(net, "a a a b").cost()).isZero();
        assertThat(aligned(net, "b").cost()).isEqualTo(1);
    }

    @Test
    void theStepsSpellTheCaseAndARunOfTheModel() {
        var alignment = aligned(ABC, "c c b a");

        assertThat(alignment.steps().stream()
                        .filter(step -> step.kind() != Kind.MODEL)
                        .map(Step::activity))
                .containsExactly("c", "c", "b", "a");
        assertThat(alignment.steps().stream()
                        .filter(step -> step.kind() != Kind.LOG)
                        .map(Step::activity))
                .containsExactly("a", "b", "c");
    }

    @Test
    void fitnessComparesWithTheWorst() {
        var alignments = new Aligner(ABC).align(Logs.log("a b c", "a c", ""));

        assertThat(alignments.shortestModelPath()).isEqualTo(3);
        assertThat(alignments.worstCost()).isEqualTo(6 + 5 + 3);
        assertThat(alignments.totalCost()).isEqualTo(4);
        assertThat(alignments.logFitness()).isEqualTo(1 - 4 / 14.0);
        assertThat(alignments.costHistogram()).isEqualTo(Map.of(0, 1L, 1, 1L, 3, 1L));
        assertThat(alignments.moves(Kind.MODEL)).isEqualTo(Map.of("a", 1L, "b", 2L, "c", 1L));
    }

    @Test
    void whenTheTimeIsOverTheCostIsABoundAndSaysSo() {
        var alignments = new Aligner(ABC).align(Logs.log("a c"), Duration.ZERO);

        assertThat(alignments.optimal()).isFalse();
        assertThat(alignments.found().getFirst().cost()).isBetween(0, 1);
        assertThat(alignments.fittingCases()).isZero();
    }

    @Test
    void aModelThatCannotEndIsRefused() {
        var net = Nets.net("a: i > p", "b: q > o");

        assertThatThrownBy(() -> new Aligner(net).align(Logs.log("a"))).isInstanceOf(UnsoundNetException.class);
    }

    @Test
    void aModelThatGathersTokensWithoutEndIsRefused() {
        var net = Nets.net(": i > i p", "b: q > o");

        assertThatThrownBy(() -> new Aligner(net).align(List.of()))
                .isInstanceOf(UnboundedNetException.class)
                .hasMessageContaining("not bounded");
    }
}
