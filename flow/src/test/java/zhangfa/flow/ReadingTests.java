package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhangfa.flow.FlowSpan.Unit;
import zhangfa.flow.FlowStep.Access;
import zhangfa.flow.FlowStep.Assignment;
import zhangfa.flow.FlowStep.Kind;
import zhangfa.flow.FlowStep.Mode;
import zhangfa.flow.FlowStep.Rejection;

/** What is read from a file, and that whatever is not executed is refused by name and place. */
class ReadingTests {

    @Test
    void everythingOurExtensionsSayIsRead() throws ModelRefused {
        var model = Bpmn.read(Samples.text("expense.bpmn"));
        assertThat(model.key()).isEqualTo("expense");
        assertThat(model.name()).isEqualTo("费用报销");
        assertThat(model.guide()).isEqualTo("How money is claimed back.");
        assertThat(model.owner()).isEqualTo("position:finance-head");
        assertThat(model.starters()).isEqualTo("anyone");
        assertThat(model.attributes()).containsEntry("level", "sub").containsEntry("category", "finance");
        var head = model.step("head-approval");
        assertThat(head.name()).isEqualTo("部门负责人审批");
        assertThat(head.kind()).isEqualTo(Kind.APPROVAL);
        assertThat(head.mode()).isEqualTo(Mode.ALL);
        assertThat(head.decision().rejection()).isEqualTo(Rejection.RETURNS);
        assertThat(head.assignment()).isEqualTo(new Assignment("unit-head", Map.of("of", "initiator", "up", "1")));
        assertThat(head.form().key()).isEqualTo("claim");
        assertThat(head.form().fields())
                .containsExactly(
                        Map.entry("title", Access.READ),
                        Map.entry("lines", Access.WRITE),
                        Map.entry("secret", Access.HIDDEN),
                        Map.entry("opinion", Access.REQUIRED));
        assertThat(head.guide()).isEqualTo("Check the purpose.\n\nCheck the budget.");
        assertThat(head.limit())
                .isEqualTo(new FlowLimit(
                        new FlowSpan("P2D", Unit.WORKING, "office"),
                        new FlowSpan("PT4H", Unit.WORKING, "office"),
                        null,
                        FlowLimit.Expiry.ESCALATE,
                        null));
        assertThat(head.notes().attributes()).containsEntry("sign", "required");
        assertThat(model.warnings()).isEmpty();
    }

    @Test
    void attributesOfOtherToolsAreUnderstood() throws ModelRefused {
        var model = Bpmn.read(Samples.text("others.bpmn"));
        assertThat(model.steps())
                .extracting(FlowStep::assignment)
                .containsExactly(
                        new Assignment("person", Map.of("person", "kermit")),
                        new Assignment("candidates", Map.of("users", "a,b", "groups", "sales")),
                        new Assignment("initiator", Map.of()),
                        new Assignment("field", Map.of("field", "reviewer")),
                        new Assignment("initiator", Map.of()));
        assertThat(model.steps()).allMatch(step -> step.kind() == Kind.WORK && step.mode() == Mode.ANY);
        assertThat(model.step("one").form().key()).isEqualTo("form-1");
        assertThat(model.step("one").notes().dueDate()).isEqualTo("${due}");
        assertThat(model.step("one").limit()).isNull();
        assertThat(new Play(model).with("amount", 5).start().approve("one").open())
                .containsExactly("five");
    }

    @Test
    void everyElementThatIsNotExecutedIsNamedAtOnceWithItsLine() {
        var faults = faults(Samples.text("unexecuted.bpmn"));
        assertThat(faults)
                .extracting(ModelFault::elementId)
                .containsExactly(
                        "timer-start",
                        "rule",
                        "complex",
                        "sub",
                        "inner-rule",
                        "call",
                        "multi",
                        "send",
                        "message-end",
                        "catch",
                        "listened");
        assertThat(faults).extracting(ModelFault::line).containsExactly(6, 9, 11, 12, 14, 16, 18, 19, 20, 21, 23);
        assertThat(faults)
                .filteredOn(fault -> fault.elementId().equals("rule"))
                .containsExactly(new ModelFault(
                        "rule",
                        "Decide",
                        9,
                        "no-decision",
                        "A business-rule task names in zhangfa:decision what decides"));
    }

    @Test
    void poolsLanesAndDataAreADrawing() throws ModelRefused {
        assertThat(Bpmn.read(Samples.text("drawing.bpmn")).steps())
                .extracting(FlowStep::id)
                .containsExactly("a");
    }

    @Test
    void aManualTaskIsWorkOfTheInitiator() throws ModelRefused {
        var xml = Sketch.xml("start > A > end").replaceAll("<userTask.*</userTask>", "<manualTask id=\"A\"/>");
        assertThat(Bpmn.read(xml).step("A").assignment().strategy()).isEqualTo("initiator");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zhangfa:kind=\"approval\" | zhangfa:kind=\"vote\"  | unknown-kind",
                "zhangfa:mode=\"any\"      | zhangfa:mode=\"lots\"  | unknown-mode",
                "zhangfa:reject=\"end\"    | zhangfa:reject=\"x\"   | unknown-reject",
                "strategy=\"person\"       | rule=\"person\"        | no-strategy",
                "zhangfa:assignment        | zhangfa:nothing        | no-assignment",
                "id=\"A\"                  | id=\"A\" isForCompensation=\"true\" | no-handler",
                "id=\"A\"                  | id=\"A\" completionQuantity=\"2\"   | not-executed",
                "id=\"A\"                  | id=\"A\" default=\"f9\" | dangling",
                "id=\"A\"                  |                         | no-id",
                "targetRef=\"A\"           | targetRef=\"Z\"         | dangling",
                "targetRef=\"A\"           |                         | dangling",
                "sourceRef=\"A\"           | sourceRef=\"Z\"         | dangling",
                "id=\"end\"                | id=\"start\"            | two-of-an-id",
                "<startEvent id=\"start\"/>| <endEvent id=\"start\"/>| no-start",
                "<endEvent id=\"end\"/>    | <startEvent id=\"end\"/>| two-starts",
                "<process id=\"sketch\"    | <process                | no-id",
                "http://www.omg.org/spec/BPMN/20100524/MODEL | urn:other | not-bpmn",
                "</process>                | </process><process id=\"more\"/> | two-processes",
                "targetNamespace=\"test\"  | targetNamespace=\"test\" nonsense=\"1\" | schema"
            })
    void aSlipIsRefusedByName(String right, String wrong, String code) {
        var xml = Sketch.xml("start > A > end");
        assertThat(xml).contains(right);
        var other = xml.replace(right, wrong == null ? "" : wrong);
        assertThat(faults(other)).extracting(ModelFault::reasonCode).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start > A > B; C > A                                            | C     | unreachable",
                "start > A > ?g; ?g > [x] A; ?g > [*] B > C > B                  | B     | no-end",
                "start > ?m > ?g; ?g > [x] ?m; ?g > [*] A > end                  | x_m   | endless",
                "start > ?m > +f; +f > ?m; +f > A > end                          | p_f   | endless",
                "start > ?g; ?g > [x] A > +j; ?g > [*] B > +j; +j > end          | p_j   | dead-join",
                "start > A > +j > B > ?g; ?g > [x] +j; ?g > [*] end              | p_j   | dead-join",
                "start > A > +f; +f > +j; +f > +k; +j > C > +k; +k > D > ?x; ?x > [y] +j; ?x > [*] end |  p_j |"
                        + " dead-join",
                "start > A; end > A; A > end                                     | end   | flow-from-end",
                "start > A; A > start; A > end                                   | start | flow-to-start",
                "start; A > end                                                  | start | no-way-on",
                "start > A; A > ?g                                               | x_g   | no-way-on",
                "start > ?g; ?g > [x] A > end; ?g > B > end                      | f4    | no-condition",
                "start > +f; +f > [x] A > end; +f > B > end                      | f2    | condition-here",
                "start > [x] A > end                                             | f1    | condition-here",
                "start > initiator > end                                         | initiator | reserved-id",
                "start > previous > end                                          | previous  | reserved-id",
                "start > ?g; ?g > [amount >] A > end; ?g > [*] B > end           | f2    | condition",
                "start > ?g; ?g > [random number() > 0.5] A > end; ?g > [*] B > end | f2 | condition",
                "start > ?g; ?g > [] A > end; ?g > [*] B > end                   | f2    | condition"
            })
    void aBrokenGraphIsRefusedByName(String sketch, String element, String code) {
        assertThat(faults(Sketch.xml(sketch)))
                .extracting(ModelFault::elementId, ModelFault::reasonCode)
                .contains(tuple(element, code));
    }

    @Test
    void aJoinThatMayWaitForEverIsWarnedOf() {
        var model = Sketch.model("start > +f; +f > A > +j; +f > ?g; ?g > [x] B > +j; ?g > [*] C > end1; +j > D > end2");
        assertThat(model.warnings())
                .extracting(ModelFault::elementId, ModelFault::reasonCode)
                .containsExactly(tuple("p_j", "may-stick"));
    }

    @Test
    void twoTokensOnAFlowAreWarnedOf() {
        var model = Sketch.model("start > +f; +f > A > C; +f > B > C; C > end");
        assertThat(model.warnings()).extracting(ModelFault::reasonCode).containsOnly("two-tokens");
    }

    @Test
    void aLoopThatMultipliesTokensIsUndecided() {
        var model = Sketch.model("start > A > +f; +f > A; +f > B > end");
        assertThat(model.warnings()).extracting(ModelFault::reasonCode).contains("two-tokens", "undecided");
    }

    @Test
    void aSoundProcessIsNotWarnedOf() {
        assertThat(Sketch.model("start > +f; +f > A > +j; +f > B > +j; +j > ?g; ?g > [x] C > end; ?g > [*] end")
                        .warnings())
                .isEmpty();
    }

    @Test
    void everyErrorOfTheSchemaIsNamedWithItsLine() {
        var xml = Sketch.xml("start > A > end")
                .replace("<startEvent", "<startEvent a=\"1\"")
                .replace("<endEvent", "<endEvent b=\"1\"");
        assertThat(faults(xml))
                .extracting(ModelFault::reasonCode, ModelFault::line)
                .containsExactly(tuple("schema", 5), tuple("schema", 7));
    }

    @Test
    void aMissingTargetNamespaceIsForgiven() throws ModelRefused {
        assertThat(Bpmn.read(Sketch.xml("start > A > end").replace("targetNamespace=\"test\"", ""))
                        .steps())
                .hasSize(1);
    }

    @Test
    void aProcessBeyondAllSizeIsRefused() {
        var sketch = new StringBuilder("start");
        for (var i = 0; i < 1_000; i++) {
            sketch.append(" > A").append(i);
        }
        assertThat(faults(Sketch.xml(sketch.toString())))
                .extracting(ModelFault::reasonCode)
                .contains("too-large");
    }

    @Test
    void aLongProcessIsRead() {
        var sketch = new StringBuilder("start");
        for (var i = 0; i < 900; i++) {
            sketch.append(" > A").append(i);
        }
        assertThat(Sketch.model(sketch.toString()).steps()).hasSize(900);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "nonsense", "<definitions", "<a><b></a>", "<?xml version=\"1.0\"?>"})
    void whatIsNoXmlIsRefused(String text) {
        assertThat(faults(text)).extracting(ModelFault::reasonCode).containsExactly("malformed-xml");
    }

    @Test
    void malformedXmlIsRefusedWithItsLine() {
        var fault = faults(Sketch.xml("start > A > end").replace("</process>", "</proces>"))
                .getFirst();
        assertThat(fault.reasonCode()).isEqualTo("malformed-xml");
        assertThat(fault.line()).isEqualTo(10);
    }

    @Test
    void aDocumentTypeIsRefusedBeforeAnythingOfItIsRead() {
        var evil = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY x SYSTEM"
                + " \"file:///etc/passwd\">]>";
        var xml = Sketch.xml("start > A > end").replace("<definitions", evil + "<definitions");
        assertThat(faults(xml)).extracting(ModelFault::reasonCode).containsExactly("doctype");
    }

    @Test
    void anUndeclaredEntityIsRefused() {
        var xml = Sketch.xml("start > A > end").replace("<process", "&x;<process");
        assertThat(faults(xml)).hasSize(1);
    }

    @Test
    void elementsDeeperThanAnyModelAreRefused() {
        assertThat(faults("<a>".repeat(300))).extracting(ModelFault::reasonCode).containsExactly("too-deep");
    }

    @Test
    void theDeclaredEncodingOfATextDoesNotMatter() throws ModelRefused {
        var xml = Sketch.xml("start > A > end").replace("UTF-8", "GBK").replace("<userTask", "<userTask name=\"审批\"");
        assertThat(Bpmn.read("\uFEFF" + xml).step("A").name()).isEqualTo("审批");
    }

    static List<ModelFault> faults(String xml) {
        var refused = catchThrowableOfType(ModelRefused.class, () -> Bpmn.read(xml));
        assertThat(refused).as("refusal").isNotNull();
        assertThat(refused.faults()).isNotEmpty();
        return refused.faults();
    }
}
