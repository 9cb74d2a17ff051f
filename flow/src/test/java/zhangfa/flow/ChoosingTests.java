package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhangfa.flow.CommandRefused.Reason;

/** What may be chosen in an ad-hoc sub-process, and what not; how cases go through one is in the catalogue. */
class ChoosingTests {

    @Test
    void theModelSaysWhatMayBeChosen() throws ModelRefused {
        var play = started("what-follows-inside");
        assertThat(play.model.choices(play.state)).isEqualTo(Map.of(1, List.of("A", "B")));
        assertThat(play.model.choices(FlowState.EMPTY)).isEmpty();
    }

    @Test
    void onlyWhatIsThereIsChosen() throws ModelRefused {
        var play = started("what-follows-inside");
        assertThat(play.refused(choose(1, "C"))).isEqualTo(Reason.NO_SUCH_STEP);
        assertThat(play.refused(choose(1, "D"))).isEqualTo(Reason.NO_SUCH_STEP);
        assertThat(play.refused(choose(9, "A"))).isEqualTo(Reason.STALE);
    }

    @Test
    void whereAConditionSaysWhenItIsEnoughNobodyElseDoes() throws ModelRefused {
        var leave = new FlowCommand.Leave(Play.ID, Play.NOON, "owner", 1);
        assertThat(started("until-a-condition-holds").refused(leave)).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(new Play(CatalogueModel.of("ad-hoc/nothing-need-be-done").read()).refused(leave))
                .isEqualTo(Reason.NOT_RUNNING);
    }

    @Test
    void nobodyLeavesWhatIsToBeFinished() throws ModelRefused {
        var xml = CatalogueModel.of("ad-hoc/until-somebody-says-so").xml();
        var play = new Play(Bpmn.read(
                        xml.replace("id=\"H\"", "id=\"H\" cancelRemainingInstances=\"false\""),
                        ZoneOffset.UTC,
                        Set.of(Outside.CHOICES)))
                .start();
        play.run(choose(1, "A"));
        var leave = new FlowCommand.Leave(Play.ID, Play.NOON, "owner", 1);
        assertThat(play.refused(leave)).isEqualTo(Reason.NOT_ALLOWED);
        play.approve("A");
        assertThat(play.run(leave).open()).containsExactly("D");
    }

    @Test
    void aRuntimeThatLetsNobodyChooseIsNotPromisedAny() throws ModelRefused {
        var xml = CatalogueModel.of("ad-hoc/until-somebody-says-so").xml();
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> Bpmn.read(xml))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(ModelFault::elementId, ModelFault::reasonCode)
                        .containsExactly(tuple("H", "not-carried")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<userTask id=\"A\"/> | <startEvent id=\"A\"/>        | ad-hoc",
                "<userTask id=\"A\"/> | <endEvent id=\"A\"/>          | ad-hoc",
                "<userTask id=\"A\"/> | <userTask id=\"A\" isForCompensation=\"true\"/> | no-handler",
                "ok</completionCondition> | ok (</completionCondition> | script"
            })
    void whatCannotBeChosenIsRefused(String right, String wrong, String code) {
        var xml = CatalogueModel.of("ad-hoc/until-a-condition-holds").xml();
        assertThat(xml).contains(right);
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> Bpmn.read(xml.replace(right, wrong), ZoneOffset.UTC, Set.of(Outside.CHOICES)))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(ModelFault::reasonCode)
                        .contains(code));
    }

    private static Play started(String name) throws ModelRefused {
        return new Play(CatalogueModel.of("ad-hoc/" + name).read()).start();
    }

    private static FlowCommand choose(int visit, String activity) {
        return new FlowCommand.Activate(Play.ID, Play.NOON, "owner", visit, activity);
    }
}
