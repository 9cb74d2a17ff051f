package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhangfa.flow.CommandRefused.Reason;

/** What activities done several times are read as and keep of their items; how they go is in the catalogue. */
class RepetitionTests {

    private static FlowModel model(String characteristics) throws ModelRefused {
        return Bpmn.read(xml(characteristics));
    }

    private static String xml(String characteristics) {
        return Sketch.xml("start > A > B > end")
                .replaceFirst("</userTask>", Matcher.quoteReplacement(characteristics + "</userTask>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<multiInstanceLoopCharacteristics/>                                                    | no-instances",
                "<multiInstanceLoopCharacteristics><loopCardinality>(</loopCardinality></multiInstanceLoopCharacteristics> | loop",
                "<multiInstanceLoopCharacteristics behavior=\"One\"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics> | not-executed",
                "<standardLoopCharacteristics/>                                                         | endless",
                "<standardLoopCharacteristics loopMaximum=\"9999999\"/>                                 | loop-maximum",
            })
    void aBrokenRepetitionIsRefused(String characteristics, String code) {
        assertThat(ReadingTests.faults(xml(characteristics)))
                .extracting(ModelFault::reasonCode)
                .contains(code);
    }

    @Test
    void eachInstanceFindsItsItemUnderTheNameThatTheModelGives() throws ModelRefused {
        var play = new Play(model("""
                <multiInstanceLoopCharacteristics zhangfa:collection="reviewers" zhangfa:item="reviewer"/>"""));
        play.with("reviewers", List.of(Map.of("name", "x", "share", 1.50), Map.of("name", "y")))
                .start();
        var items = play.state.activities().stream()
                .map(activity -> play.model.dataAt(play.state, activity.number(), play.data))
                .map(data -> ((Map<?, ?>) data.get("reviewer")).get("name"));
        assertThat(items.toList()).isEqualTo(List.of("x", "y"));
    }

    @Test
    void moreInstancesThanAnybodyCouldDoAreAnIncident() throws ModelRefused {
        var play = new Play(model("""
                <multiInstanceLoopCharacteristics zhangfa:collection="all" zhangfa:item="one"/>"""));
        play.with("all", IntStream.range(0, 1_001).boxed().toList()).start();
        assertThat(play.state.incidents()).extracting(FlowIncident::kind).containsExactly(FlowIncident.Kind.EVENT);
    }

    @Test
    void instancesAreAddedAndTakenAwayOnlyWhereThereAreSuch() {
        var play = Play.started("start > A > end");
        assertThat(play.refused(new FlowCommand.AddInstance(Play.ID, Play.NOON, "owner", 1, null)))
                .isEqualTo(Reason.STALE);
        assertThat(play.refused(new FlowCommand.RemoveInstance(Play.ID, Play.NOON, "owner", 1)))
                .isEqualTo(Reason.STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "A"})
    void whoeverComesBackFromADetourIsTheSameInstance(String to) {
        var play = Play.started("start > Z > A:row=3 > end").approve("Z", "A");
        assertThat(counters(play)).containsExactly(1);
        play.jumpBack("A", to).approve(to);
        assertThat(counters(play)).containsExactly(1);
        assertThat(play.approve("A", "A").status()).isEqualTo(FlowState.Status.COMPLETED);
    }

    @Test
    void anInstanceOnADetourKeepsItsNumber() {
        var play = Play.started("start > Z > A:times=2 > end").approve("Z").jumpBack("A", "Z");
        play.run(new FlowCommand.AddInstance(Play.ID, Play.NOON, "owner", body(play), null));
        assertThat(countersOf(play, "A")).containsExactlyInAnyOrder(1, 2);
        play.approve("Z");
        assertThat(countersOf(play, "A")).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(play.approve("A", "A", "A").status()).isEqualTo(FlowState.Status.COMPLETED);
    }

    @Test
    void whoWasSparedIsAskedAgainWhenTheDecisionThatDidSoIsTakenBack() {
        var play = Play.started("start > A:times=3/2 > B > end").approve("A", "A");
        assertThat(play.signers()).containsExactly("b");
        play.withdraw("A", "a");
        assertThat(countersOf(play, "A")).containsExactlyInAnyOrder(1, 2);
        assertThat(play.approve("A").signers()).containsExactly("b");
    }

    @Test
    void whoWasTakenAwayIsNotAskedAgain() {
        var play = Play.started("start > A:times=4/2 > B > end");
        play.run(new FlowCommand.RemoveInstance(
                        Play.ID,
                        Play.NOON,
                        "owner",
                        play.state.openTasks().getFirst().activity()))
                .approve("A", "A")
                .withdraw("A", "a");
        assertThat(countersOf(play, "A")).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void aDecisionThatOthersMakeNeedlessStays() throws ModelRefused {
        var play = new Play(model("""
                <multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality>
                <completionCondition>${nrOfCompletedInstances &gt;= 1 and enough}</completionCondition></multiInstanceLoopCharacteristics>""")).with("enough", false).seat("A", "a");
        play.start().approve("A").with("enough", true).approve("A");
        assertThat(play.refused(new FlowCommand.Withdraw(Play.ID, Play.NOON, "a", play.lastVote("A", "a"))))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({"false, ${nrOfActiveInstances == 1}", "true, ${nrOfInstances == 2}"})
    void whatWasTakenAwayDoesNotCount(boolean inARow, String until) throws ModelRefused {
        var play = new Play(model("""
                <multiInstanceLoopCharacteristics isSequential="%s"><loopCardinality>3</loopCardinality>
                <completionCondition>%s</completionCondition></multiInstanceLoopCharacteristics>""".formatted(inARow, until)));
        play.start()
                .run(new FlowCommand.RemoveInstance(
                        Play.ID,
                        Play.NOON,
                        "owner",
                        play.state.openTasks().getFirst().activity()));
        assertThat(play.approve("A").signers()).containsExactly("b");
    }

    private static int body(Play play) {
        return play.state.visits().stream()
                .filter(visit -> visit instanceof Scope scope && scope.rounds() != null)
                .map(Visit::number)
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> countersOf(Play play, String step) {
        return play.state.openTasks().stream()
                .filter(task -> task.step().equals(step))
                .map(task -> play.model
                        .dataAt(play.state, task.activity(), play.data)
                        .get("loopCounter"))
                .toList();
    }

    private static List<Object> counters(Play play) {
        return play.state.openTasks().stream()
                .map(task -> play.model
                        .dataAt(play.state, task.activity(), play.data)
                        .get("loopCounter"))
                .toList();
    }
}
