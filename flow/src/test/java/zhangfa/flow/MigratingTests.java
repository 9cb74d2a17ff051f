package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowMigration.Obstacle;

/** Running cases go over to a new version of their model, or it is said why not. */
class MigratingTests {

    private static final String PARALLEL = "start > A > +f; +f > B > +j; +f > C > +j; +j > D > end";

    @Test
    void aCaseGoesOnByTheNewVersion() {
        var play = over(Play.started("start > A > B > end").approve("A"), "start > A > B > C > end");
        assertThat(play.open()).containsExactly("B");
        play.approve("B");
        assertThat(play.open()).containsExactly("C");
        play.approve("C");
        assertThat(play.status()).isEqualTo(FlowState.Status.COMPLETED);
    }

    @Test
    void whatFollowsOnAnElementMayBeSaid() {
        var old = Play.started("start > A > B > end").approve("A");
        var play = over(old, "start > A2 > B2 > C > end", Map.of("A", "A2", "B", "B2"));
        assertThat(play.open()).containsExactly("B2");
        assertThat(play.model.returnTargets(play.state, play.task("B2"))).containsExactly("A2", "initiator");
        play.rerun("B2", "A2");
        assertThat(play.open()).containsExactly("A2");
    }

    @Test
    void twoElementsMayChangeTheirNames() {
        var play = over(
                Play.started("start > A > B > end").approve("A"),
                "start > B > A > C > end",
                Map.of("A", "B", "B", "A"));
        assertThat(play.open()).containsExactly("A");
        assertThat(play.model.returnTargets(play.state, play.task("A"))).containsExactly("B", "initiator");
        assertThat(play.approve("A").open()).containsExactly("C");
    }

    @Test
    void theJournalSaysWhatHasAnotherName() {
        var play = over(Play.started("start > A > end"), "start > A2 > end", Map.of("A", "A2"));
        assertThat(play.journal.getLast()).isEqualTo(new FlowEvent.CaseMigrated(Map.of("A", "A2"), List.of(), null));
        var unchanged = over(Play.started("start > A > end"), "start > A > end");
        assertThat(unchanged.journal.getLast()).isEqualTo(new FlowEvent.CaseMigrated(Map.of(), List.of(), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start > A > B > end                       | start > A > C > end                            | B   |"
                        + " GONE",
                "start > A > #B > end                      | start > A > B > end                            | s_B |"
                        + " GONE",
                "start > A > @t:PT1H > B > end             | start > A > B > end                            | t_t |"
                        + " GONE",
                "start > A > &S > end; &S: start2 > B > end2 | start > A > B > end                          | B   |"
                        + " OTHER_SCOPE",
                "start > A > B > end                       | start > A > &S > end; &S: start2 > B > end2    | B   |"
                        + " OTHER_SCOPE",
                "start > A > &S > end; &S: start2 > B > end2 | start > A > &T > end; &T: start2 > B > end2  | u_S |"
                        + " GONE"
            })
    void whatHasNoPlaceIsNamed(String old, String next, String element, FlowMigration.Reason reason) {
        var play = Play.started(old).approve("A");
        var migration = FlowMigration.between(play.model, Sketch.model(next), Map.of());
        assertThat(migration.obstacles(play.state))
                .extracting(Obstacle::element, Obstacle::reason)
                .contains(tuple(element, reason));
        assertThat(refusal(play, migration)).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void aStepDoesNotBecomeAnAction() {
        var play = Play.started("start > A > end");
        var migration = FlowMigration.between(play.model, Sketch.model("start > #A > end"), Map.of("A", "s_A"));
        assertThat(migration.obstacles(play.state))
                .containsExactly(
                        new Obstacle("A", 1, FlowMigration.Reason.OTHER_KIND, "What follows on A is of another kind"));
    }

    @Test
    void aMessageDoesNotBecomeATimer() throws ModelRefused {
        var waiting =
                new Play(CatalogueModel.of("message-and-signal/receive-task").read()).start();
        while (waiting.state.waits().isEmpty()) {
            waiting.approve(waiting.open().getFirst());
        }
        var message = waiting.state.waits().getLast().node();
        var migration =
                FlowMigration.between(waiting.model, Sketch.model("start > @t:PT1H > B > end"), Map.of(message, "t_t"));
        assertThat(migration.obstacles(waiting.state))
                .extracting(Obstacle::reason)
                .containsExactly(FlowMigration.Reason.OTHER_KIND);
    }

    @Test
    void instancesGoOverOnlyToWhatIsDoneSeveralTimesAlike() throws ModelRefused {
        var model = CatalogueModel.of("multi-instance/parallel-by-number");
        var play = new Play(model.read()).start();
        var node = play.state.openTasks().getFirst().step();
        assertThat(FlowMigration.between(play.model, model.read(), Map.of()).obstacles(play.state))
                .isEmpty();
        var once = Bpmn.read(model.xml()
                .replaceAll("(?s)<multiInstanceLoopCharacteristics.*</multiInstanceLoopCharacteristics>", ""));
        assertThat(FlowMigration.between(play.model, once, Map.of()).obstacles(play.state))
                .extracting(Obstacle::element, Obstacle::reason)
                .contains(tuple(node, FlowMigration.Reason.OTHER_REPETITION));
        var other = model.xml()
                .replace(
                        "<multiInstanceLoopCharacteristics", "<multiInstanceLoopCharacteristics isSequential=\"true\"");
        assertThat(FlowMigration.between(play.model, Bpmn.read(other), Map.of()).obstacles(play.state))
                .extracting(Obstacle::reason)
                .contains(FlowMigration.Reason.OTHER_REPETITION);
    }

    @Test
    void tokensAtAJoinGoOverByTheFlowsBetweenTheSameElements() {
        var other = "start > A > +f; +f > C > +j; +f > B > +j; +j > X > D > end";
        var play = over(Play.started(PARALLEL).approve("A", "B"), other);
        play.approve("C");
        assertThat(play.open()).containsExactly("X");
    }

    @Test
    void aJoinThatWouldWaitForEverIsNamed() {
        var play = Play.started(PARALLEL).approve("A", "B");
        var more = Sketch.model("start > A > +f; +f > B > +j; +f > C > +j; +f > E > +j; +j > D > end");
        assertThat(FlowMigration.between(play.model, more, Map.of()).obstacles(play.state))
                .containsExactly(new Obstacle("p_j", 0, FlowMigration.Reason.STARVES, "p_j would wait for ever"));
    }

    @Test
    void aJoinThatHasAllItsTokensNowGoesOn() {
        var three = "start > A > +f; +f > B > +j; +f > C > +j; +f > E > +j; +j > D > end";
        var old = Play.started(three).approve("A", "B", "C");
        var gone = FlowMigration.between(old.model, Sketch.model(PARALLEL), Map.of("E", "D"));
        assertThat(gone.obstacles(old.state)).isEmpty();
        var play = over(old, PARALLEL, Map.of("E", "D"));
        assertThat(play.open()).containsExactly("D", "D");
    }

    @Test
    void whatWasDoneAtElementsThatAreGoneStaysDone() {
        var old = Play.started("start > A > B > C > end").approve("A", "B");
        var play = over(old, "start > A > C > end");
        assertThat(play.model.returnTargets(play.state, play.task("C"))).containsExactly("A", "initiator");
        assertThat(play.refused(new FlowCommand.Withdraw(Play.ID, Play.NOON, "b", 4)))
                .isEqualTo(Reason.STALE);
        play.rerun("C", "A");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.approve("A").open()).containsExactly("C");
    }

    @Test
    void aSubProcessThatIsGoneIsNotOpenedAgain() {
        var old = Play.started("start > &S > C > end; &S: start2 > A > end2").approve("A");
        var play = over(old, "start > A > C > end");
        assertThat(play.model.returnTargets(play.state, play.task("C"))).containsExactly("initiator");
        assertThat(play.back("C", "c", "initiator", FlowCommand.Then.RERUN)
                        .resubmit()
                        .open())
                .containsExactly("A");
    }

    @Test
    void noReturnGivesTokensBackToFlowsThatAreGone() {
        var old = Play.started(PARALLEL).approve("A", "B", "C");
        var play = over(old, "start > A > C > D > end");
        var back = new FlowCommand.Return(Play.ID, Play.NOON, "d", play.task("D"), "C", FlowCommand.Then.RERUN);
        assertThat(play.refused(back)).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.model.returnTargets(play.state, play.task("D"))).containsExactly("A", "initiator");
        assertThat(play.rerun("D", "A").open()).containsExactly("A");
    }

    @Test
    void aDetourGoesOverWithItsWayBack() {
        var old = Play.started("start > A > B > end").approve("A").jumpBack("B", "A");
        var play = over(old, "start > A > B2 > C > end", Map.of("B", "B2"));
        assertThat(play.approve("A").open()).containsExactly("B2");
        var gone = FlowMigration.between(old.model, Sketch.model("start > A > C > end"), Map.of());
        assertThat(gone.obstacles(old.state)).extracting(Obstacle::element).containsExactly("B");
    }

    @Test
    void anIncidentGoesOverAndIsRetriedByTheNewVersion() {
        var old = Play.of("start > ?g; ?g > [x = 1] A > end; ?g > [x = 2] B > end")
                .with("x", 3)
                .start();
        var play = over(old, "start > ?g; ?g > [x = 1] A > end; ?g > [x = 3] C > end");
        assertThat(play.retry().open()).containsExactly("C");
    }

    @Test
    void aCaseGoesOverOnlyToAVersionInWhichItCouldHaveBegun() throws ModelRefused {
        var old = CataloguePlay.of("start-event/message-of-several");
        var begun = new Play(old.model);
        begun.run(new FlowCommand.Start(Play.ID, Play.NOON, "ann", "ordered"));
        var none = over(begun, "start > A > B > C > end", Map.of("ordered", "start"));
        assertThat(none.state.start()).isNull();
        assertThat(none.back("B", "b", "initiator", FlowCommand.Then.RERUN)
                        .resubmit()
                        .open())
                .containsExactly("A");
        var plain = Play.started("start > A > e");
        var next = CatalogueModel.of("start-event/message").read();
        assertThat(FlowMigration.between(plain.model, next, Map.of()).obstacles(plain.state))
                .extracting(Obstacle::element)
                .contains("start");
        assertThat(over(plain, next, Map.of("start", "begin")).state.start()).isEqualTo("begin");
    }

    /** Whatever state it is in: what changes nothing changes nothing. */
    @ParameterizedTest
    @MethodSource("zhangfa.flow.CatalogueTests#models")
    void aCaseThatGoesOverToTheSameAfterEveryMoveGoesAsItsTraceSays(CatalogueModel model) throws ModelRefused {
        var trace = new CataloguePlay(model.read());
        for (var move : model.moves()) {
            if (move.differs()) {
                continue;
            }
            trace.go(move);
            trace.goOver();
            assertThat(trace.open()).as(move.said()).isEqualTo(move.open());
        }
    }

    @Test
    void anOverrideNamesWhatIsThere() {
        var model = Sketch.model("start > A > end");
        assertThatThrownBy(() -> FlowMigration.between(model, model, Map.of("X", "A")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X");
        assertThatThrownBy(() -> FlowMigration.between(model, model, Map.of("A", "Y")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Y");
    }

    private static Reason refusal(Play play, FlowMigration migration) {
        var next = new Play(migration.to());
        next.state = play.state;
        return next.refused(new FlowCommand.Migrate(Play.ID, Play.NOON, "owner", migration));
    }

    static Play over(Play play, String sketch) {
        return over(play, sketch, Map.of());
    }

    static Play over(Play play, String sketch, Map<String, String> overrides) {
        return over(play, Sketch.model(sketch), overrides);
    }

    /** The same case in another version. */
    static Play over(Play play, FlowModel model, Map<String, String> overrides) {
        var next = new Play(model);
        next.state = play.state;
        next.journal.addAll(play.journal);
        next.data.putAll(play.data);
        var migration = FlowMigration.between(play.model, model, overrides);
        assertThat(migration.obstacles(play.state)).isEmpty();
        return next.run(new FlowCommand.Migrate(Play.ID, Play.NOON, "owner", migration));
    }
}
