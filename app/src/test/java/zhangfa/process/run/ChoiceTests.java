package zhangfa.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.journal.Journal;
import zhangfa.process.Choices;
import zhangfa.process.Choices.Activity;
import zhangfa.process.Choices.Place;

/** Ad-hoc sub-processes: whoever answers for the case chooses what is done, and says when it is enough. */
@SpringBootTest
class ChoiceTests {

    private static final Place HERE = new Place(null);

    private final String process = "choice-" + Keys.next();

    @Autowired
    private Office office;

    @Autowired
    private Choices choices;

    @Autowired
    private Journal journal;

    private UUID id;

    @BeforeEach
    void aCaseThatLeavesAChoice() {
        office.publish(model("person:financehead", "Parallel"));
        id = office.start(process, Map.of());
    }

    @Test
    void theOwnerChoosesWhatIsDoneAndWhenItIsEnough() {
        assertThat(office.steps(id)).isEmpty();
        var choice = choices.of(office.who("financehead"), office.file(id)).getFirst();
        assertThat(choice.name()).isEqualTo("协助调查");
        assertThat(choice.activities()).extracting(Activity::name).containsExactlyInAnyOrder("走访", "函询");
        assertThat(choice.leavable()).isTrue();
        choose("financehead", "visit");
        choose("financehead", "visit");
        choose("financehead", "ask");
        assertThat(office.steps(id)).containsExactlyInAnyOrder("visit", "visit", "ask");
        office.act("staff1", id, "complete");
        choices.leave(office.who("financehead"), id, HERE, "够了", null);
        assertThat(office.steps(id)).containsExactly("report");
        assertThat(choices.of(office.who("financehead"), office.file(id))).isEmpty();
        assertThat(journal.of(id, 0, 50).stream()
                        .filter(entry -> entry.kind().equals("activity_chosen"))
                        .map(entry -> entry.activity() + " " + entry.actor()))
                .containsExactly(
                        "visit " + office.who("financehead").id(),
                        "visit " + office.who("financehead").id(),
                        "ask " + office.who("financehead").id(),
                        "null " + office.who("financehead").id());
        assertThat(office.isProven(id)).isTrue();
    }

    @Test
    void theSameChoiceIsMadeOnceHoweverOftenItIsRepeated() {
        var command = Keys.next();
        choices.activate(office.who("financehead"), id, HERE, "ask", null, command);
        choices.activate(office.who("financehead"), id, HERE, "ask", null, command);
        assertThat(office.steps(id)).containsExactly("ask");
    }

    @Test
    void othersChooseOnlyWhenTheyAnswerForAnOpenTask() {
        assertThat(choices.of(office.who("staff1"), office.file(id))).isEmpty();
        assertRefused(Refusal.Kind.NOT_ALLOWED, () -> choose("staff1", "ask"));
        assertRefused(Refusal.Kind.NOT_THERE, () -> choose("market1", "ask"));
        choose("financehead", "ask");
        choose("staff1", "visit");
        assertThat(office.steps(id)).containsExactlyInAnyOrder("ask", "visit");
    }

    @Test
    void oneAfterAnotherWhereTheModelSaysSo() {
        office.publish(model("person:financehead", "Sequential"));
        id = office.start(process, Map.of());
        choose("financehead", "ask");
        assertThat(choices.of(office.who("financehead"), office.file(id))
                        .getFirst()
                        .activities())
                .isEmpty();
        assertRefused(Refusal.Kind.CONFLICT, () -> choose("financehead", "visit"));
        office.act("staff1", id, "complete");
        choose("financehead", "visit");
        assertThat(office.steps(id)).containsExactly("visit");
    }

    @Test
    void whatIsNoneOfTheChoicesIsRefused() {
        assertRefused(Refusal.Kind.INVALID, () -> choose("financehead", "report"));
        assertRefused(
                Refusal.Kind.CONFLICT, () -> choices.leave(office.who("financehead"), id, new Place(77), null, null));
    }

    @Test
    void withoutAnOwnerNobodyCouldChoose() {
        assertThatThrownBy(() -> office.publish(model("", "Parallel")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting("pointer")
                                .containsExactly("help"));
    }

    private void choose(String who, String activity) {
        choices.activate(office.who(who), id, HERE, activity, null, null);
    }

    private static void assertRefused(Refusal.Kind kind, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private String model(String owner, String ordering) {
        return Office.model("""
                <bpmn:process id="%s" name="投诉调查" isExecutable="true" %s>
                  <bpmn:startEvent id="start"/>
                  <bpmn:adHocSubProcess id="help" name="协助调查" ordering="%s">
                    <bpmn:userTask id="visit" name="走访"/>
                    <bpmn:userTask id="ask" name="函询"/>
                  </bpmn:adHocSubProcess>
                  <bpmn:userTask id="report" name="写结论"/>
                  <bpmn:endEvent id="end"/>
                """.formatted(process, owner.isEmpty() ? "" : "zhangfa:owner=\"" + owner + "\"", ordering)
                + Office.flows("start", "help", "report", "end")
                + "</bpmn:process>");
    }
}
