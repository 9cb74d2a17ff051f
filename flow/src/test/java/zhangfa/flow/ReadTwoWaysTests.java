package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowCommand.Withdraw;

/** What the kernel and the second interpreter once read in two ways: both say the same now. */
class ReadTwoWaysTests {

    private static final String LINE = "start > A > B > C > end";

    /** What a return undid is not acted on any more, however often the step was asked again. */
    @Test
    void whoMendedTakesItBackWhenWhatFollowedWasUndone() {
        var both = new Beside(Sketch.model(LINE), Sketch.xml(LINE), Map.of()).start();
        both.run(approve(both, "A")).run(back(both, "B", "A", Then.RERUN));
        var mending = both.run(back(both, "A", FlowModel.INITIATOR, Then.JUMP_BACK))
                .play
                .task(FlowModel.INITIATOR);
        both.run(approve(both, FlowModel.INITIATOR)).run(approve(both, "A"));
        assertThat(both.isAllowed(new Withdraw(Play.ID, Play.NOON, Play.INITIATOR, mending)))
                .isFalse();
        both.run(back(both, "B", "A", Then.RERUN)).run(new Withdraw(Play.ID, Play.NOON, Play.INITIATOR, mending));
        assertThat(both.play.open()).containsExactly(FlowModel.INITIATOR);
    }

    @Test
    void whoAskedOthersAndTookThemOutHasNotActed() {
        var sketch = "start > S:sequence > end";
        var both = new Beside(Sketch.model(sketch), Sketch.xml(sketch), Map.of("S", List.of("x", "y"))).start();
        both.run(approve(both, "S"));
        var next = both.play.task("S");
        var withdraw = new Withdraw(Play.ID, Play.NOON, "x", both.play.lastVote("S", "x"));
        both.run(new FlowCommand.AddSign(Play.ID, Play.NOON, "y", next, List.of("p"), FlowCommand.Where.BEFORE));
        assertThat(both.isAllowed(withdraw)).isFalse();
        both.run(new FlowCommand.RemoveSign(Play.ID, Play.NOON, "y", next, List.of("p")));
        assertThat(both.isAllowed(withdraw)).isTrue();
    }

    private static FlowCommand approve(Beside both, String step) {
        var task = both.play.state.openTask(both.play.task(step)).orElseThrow();
        return new FlowCommand.Approve(Play.ID, Play.NOON, task.accountable(), task.number());
    }

    private static FlowCommand back(Beside both, String step, String to, Then then) {
        var task = both.play.state.openTask(both.play.task(step)).orElseThrow();
        return new FlowCommand.Return(Play.ID, Play.NOON, task.accountable(), task.number(), to, then);
    }
}
