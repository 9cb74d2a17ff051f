package zhangfa.work.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhangfa.flow.Bpmn;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowState;
import zhangfa.flow.ModelRefused;
import zhangfa.flow.Outside;
import zhangfa.work.plan.Block.Branch;
import zhangfa.work.plan.Block.Fork;
import zhangfa.work.plan.Block.Step;
import zhangfa.work.plan.Condition.Comparison;
import zhangfa.work.plan.Condition.Kind;
import zhangfa.work.plan.PlanReading.Unshown;

/** What can be drawn as a list of steps is the same after it was written to BPMN, and the kernel executes it. */
class PlanTests {

    private static final Set<Outside> CARRIED = Set.of(Outside.values());

    @Property(tries = 300)
    void whatIsDrawnIsReadAgainAsItWas(@ForAll long seed) throws ModelRefused {
        var plan = new Plans(seed).plan();
        var bpmn = PlanWriting.bpmn(plan);
        assertThat(PlanReading.read(bpmn).unshown()).isEmpty();
        assertThat(PlanReading.read(bpmn).plan()).isEqualTo(plan);
        assertThat(model(bpmn).steps().stream().map(step -> step.id()))
                .containsExactlyInAnyOrderElementsOf(plan.everything()
                        .filter(Step.class::isInstance)
                        .map(Block::id)
                        .toList());
    }

    static Stream<Path> models() throws IOException {
        try (var ours = Files.walk(Path.of("src/main/resources/rulebook"));
                var catalogue = Files.walk(Path.of("../flow/src/test/resources"))) {
            return Stream.concat(ours, catalogue)
                    .filter(path -> path.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsShownWholeOrRefusedByElement(Path file) throws IOException, ModelRefused {
        var bpmn = Files.readString(file);
        FlowModel before;
        try {
            before = model(bpmn);
        } catch (ModelRefused refused) {
            return;
        }
        var answer = PlanReading.read(bpmn);
        var plan = answer.plan();
        if (plan == null) {
            assertThat(answer.unshown())
                    .isNotEmpty()
                    .allSatisfy(unshown -> assertThat(unshown.element()).isNotBlank());
            return;
        }
        var written = PlanWriting.bpmn(plan);
        assertThat(PlanReading.read(written).plan()).isEqualTo(plan);
        var after = model(written);
        assertThat(after.attributes()).isEqualTo(before.attributes());
        assertThat(after.steps())
                .usingRecursiveComparison()
                .ignoringFields("notes.attributes")
                .isEqualTo(before.steps());
    }

    @Test
    void theExpenseClaimIsShown() throws IOException {
        var claim = Path.of("src/main/resources/rulebook/internal-management/finance/expense-claim/process.bpmn");
        assertThat(PlanReading.read(Files.readString(claim)).unshown()).isEmpty();
    }

    @Test
    void whatCannotBeShownIsNamed() throws IOException {
        var answer = PlanReading.read(Files.readString(Path.of("../flow/src/test/resources/drawing.bpmn")));
        assertThat(answer.plan()).isNull();
        assertThat(answer.unshown()).extracting(Unshown::reason).contains("element");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount > 5000 and amount < 9000 or urgent = \"yes\"",
                "amount > limit * 2",
                "amount = null",
                "not(amount > 5)",
                "amount > 5000) or (true",
                "if a then b else c"
            })
    void aConditionThatSaysMoreIsNotShown(String feel) {
        assertThat(Condition.read(feel)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with \"quotes\"", "\"", "\") or true or (\"", "中文，标点。", "{a|b}", "= x"})
    void aTextIsOnlyEverComparedAsText(String value) throws ModelRefused {
        assertThat(isTaken(value, value)).isTrue();
        assertThat(isTaken(value, value + "!")).isFalse();
        assertThat(isTaken(value, "")).isFalse();
    }

    /** Whether a branch for a value is taken by a case with another one. */
    private static boolean isTaken(String value, String given) throws ModelRefused {
        var when = new Condition(true, List.of(new Condition.Test("reason", Comparison.EQ, Kind.TEXT, value)));
        var step = Step.fresh("special", "special", false);
        var asked = new Step(
                "special",
                "special",
                false,
                Who.of("initiator", List.of(), Map.of()),
                step.mode(),
                null,
                false,
                null,
                Map.of(),
                null,
                Map.of());
        var fork = new Fork(
                "fork",
                "",
                Fork.Kind.CHOICE,
                "join",
                List.of(new Branch("yes", "", when, List.of(asked)), new Branch("no", "", null, List.of())));
        var plan = Plan.empty("drawn", "drawn", Map.of()).adding("start", fork);
        var start = new FlowCommand.Start(
                UUID.randomUUID(), Instant.EPOCH, UUID.randomUUID().toString());
        var model = model(PlanWriting.bpmn(plan));
        var data = Map.<String, Object>of("reason", given);
        var state = model.evolve(FlowState.EMPTY, model.decide(FlowState.EMPTY, data, start));
        return !state.pendingQuestions().isEmpty();
    }

    private static FlowModel model(String bpmn) throws ModelRefused {
        return Bpmn.read(bpmn, ZoneOffset.UTC, CARRIED);
    }
}
