package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a case waits for when it goes over to another version: time that runs, time that begins, messages of other names. */
class MigratingEventsTests {

    @Test
    void timeThatRunsRunsOnAndNewTimeBegins() {
        var old = Play.started("start > A > end; !late:A:PT4H > X > end2; ~old:A:PT3H > Y > end3");
        var due = old.state.timers().getFirst().due();
        var play = MigratingTests.over(old, "start > A > end; !late:A:PT9H > X > end2; ~new:A:PT1H > Z > end3");
        assertThat(play.state.timers())
                .extracting(FlowTimer::node, FlowTimer::due)
                .containsExactly(tuple("b_late", due), tuple("n_new", Play.NOON.plusSeconds(3600)));
        assertThat(play.fire().open()).containsExactly("A", "Z");
    }

    @Test
    void whatHasHappenedOnceIsNotWaitedForAgain() {
        var sketch = "start > A > end; ~soon:A:PT1H > X > end2";
        var play = MigratingTests.over(Play.started(sketch).fire(), sketch);
        assertThat(play.state.timers()).isEmpty();
        assertThat(play.open()).containsExactly("A", "X");
    }

    @Test
    void theTimeOfAStepEndsOrBeginsWithTheNewVersion() {
        var limited = "start > A:within=PT8H/warn=PT2H > end";
        assertThat(MigratingTests.over(Play.started(limited), "start > A > end")
                        .state
                        .timers())
                .isEmpty();
        var begun = MigratingTests.over(Play.started("start > A > end"), limited);
        assertThat(begun.state.timers())
                .extracting(FlowTimer::purpose)
                .containsExactly(FlowTimer.Purpose.LIMIT, FlowTimer.Purpose.WARNING);
        var other = MigratingTests.over(Play.started(limited), "start > A:within=PT9H > end");
        assertThat(other.due()).isEqualTo(Play.NOON.plusSeconds(6 * 3600));
    }

    @Test
    void aMessageOfAnotherNameIsWaitedForFromNowOn() throws ModelRefused {
        var model = CatalogueModel.of("event-sub-process/message-instead");
        var old = new Play(model.read()).start();
        var next = model.xml().replace("name=\"stop\"", "name=\"halt\"");
        var play = MigratingTests.over(old, Bpmn.read(next, ZoneOffset.UTC, Set.of(Outside.values())), Map.of());
        assertThat(play.state.subscriptions())
                .extracting(FlowSubscription::name)
                .containsExactly("halt");
        play.run(new FlowCommand.Deliver(Play.ID, Play.NOON, "system", "halt", null));
        assertThat(play.open()).containsExactly("C");
        var again = MigratingTests.over(play, model.read(), Map.of());
        assertThat(again.state.subscriptions())
                .as("instead of what it has ended")
                .isEmpty();
    }

    @Test
    void aSuspendedCaseGoesOverAndItsNewTimeBeginsLater() {
        var old = Play.started("start > A > end").suspend(Play.NOON);
        var play = MigratingTests.over(old, "start > A > end; !late:A:PT4H > X > end2");
        assertThat(play.state.pendingTimers()).isEmpty();
        play.resume(Play.NOON.plusSeconds(60));
        assertThat(play.state.timers()).extracting(FlowTimer::isSet).containsExactly(true);
        assertThat(play.fire().open()).containsExactly("X");
    }
}
