package zhangfa.mining.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.PetriNetBuilder;
import zhangfa.mining.net.Transition;

class TokenReplayTests {

    private static final PetriNet ABC = Nets.net("a: i > p", "b: p > q", "c: q > o");

    private static Replay.Variant replayed(PetriNet net, String sequence) {
        var replay = new TokenReplay(net).replay(Logs.log(sequence));
        assertThat(replay.exact()).isTrue();
        return replay.variants().getFirst();
    }

    @Test
    void aCaseThatFitsTakesAllThatItGives() {
        assertThat(replayed(ABC, "a b c")).isEqualTo(new Replay.Variant(0, 4, 0, 4));
    }

    @Test
    void aStepLeftOutIsMissingOneTokenAndLeavesOne() {
        assertThat(replayed(ABC, "a c")).isEqualTo(new Replay.Variant(1, 3, 1, 3));
        assertThat(replayed(ABC, "a c").fitness()).isEqualTo((1 - 1 / 3.0 + 1 - 1 / 3.0) / 2);
    }

    @Test
    void aCaseCutOffMissesItsEnd() {
        assertThat(replayed(ABC, "a b")).isEqualTo(new Replay.Variant(1, 3, 1, 3));
        assertThat(replayed(ABC, "")).isEqualTo(new Replay.Variant(1, 1, 1, 1));
    }

    @Test
    void anActivityThatTheModelDoesNotHaveIsPassedOver() {
        assertThat(replayed(ABC, "a x b c").fits()).isTrue();
    }

    @Test
    void silentStepsFireOnlyWhenSomethingNeedsThem() {
        var net = Nets.net("a: i > p r", "b: p > q", ": p > q", "c: r > s", ": r > s", "d: q s > o");

        assertThat(replayed(net, "a d")).isEqualTo(new Replay.Variant(0, 6, 0, 6));
        assertThat(replayed(net, "a c b d")).isEqualTo(new Replay.Variant(0, 6, 0, 6));
        assertThat(replayed(net, "a c d").fits()).isTrue();
    }

    @Test
    void aSilentChoiceThatOnlyLaterProvesRightIsFound() {
        var net = Nets.net(": i > p", ": i > q", "a: p > r", "a: q > s", "b: r > o", "c: s > o");

        assertThat(replayed(net, "a b").fits()).isTrue();
        assertThat(replayed(net, "a c").fits()).isTrue();
        assertThat(replayed(net, "a a").fits()).isFalse();
    }

    @Test
    void aSilentLoopDoesNotGoRoundForEver() {
        var net = Nets.net("a: i > p", ": p > q", ": q > p", ": q > i", "b: q > o");

        assertThat(replayed(net, "a a a b").fits()).isTrue();
        assertThat(replayed(net, "b b").fits()).isFalse();
    }

    @Test
    void anEndThatOnlySilentStepsReachIsReached() {
        var net = Nets.net("a: i > p q", ": p > r", ": q > s", ": r s > o");

        assertThat(replayed(net, "a").fits()).isTrue();
    }

    @Test
    void whatATransitionWaitsForToBeEmptyMatters() {
        var builder = new PetriNetBuilder("");
        int[] place = {builder.place("i"), builder.place("o"), builder.place("p"), builder.place("q")};
        builder.transition("a", "a", new int[] {place[0]}, new int[] {place[2], place[3]})
                .transition("b", "b", new int[] {place[2]}, new int[] {place[2]})
                .transition("c", "c", new int[] {place[2]}, new int[] {})
                .transition(new Transition(
                        "end", null, new int[] {place[3]}, new int[] {place[1]}, new int[] {place[2]}, new int[] {}));
        var net = builder.between(place[0], place[1]);

        assertThat(replayed(net, "a b c").fits()).isTrue();
        assertThat(replayed(net, "a b").fits()).isFalse();
    }

    @Test
    void aLogIsTheSumOfItsCases() {
        var replay = new TokenReplay(ABC).replay(Logs.log("a b c", "a c"));

        assertThat(replay.fittingCases()).isEqualTo(1);
        assertThat(replay.logFitness()).isCloseTo(1 - 1 / 7.0, within(1e-12));
        assertThat(replay.averageTraceFitness()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
    }

    @Test
    void aLogWithoutCasesFits() {
        var replay = new TokenReplay(ABC).replay(Logs.log());

        assertThat(replay.averageTraceFitness()).isEqualTo(1);
        assertThat(replay.logFitness()).isEqualTo(1);
    }
}
