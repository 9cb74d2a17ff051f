package zhangfa.work.design;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.process.Processes;
import zhangfa.work.plan.Plan;
import zhangfa.work.plan.PlanReading;
import zhangfa.work.plan.PlanWriting;
import zhangfa.work.sheet.FieldList;

/**
 * A process on the drawing board.
 *
 * @param edition which of its editions stands on the board
 * @param editions how many there are; those after it were undone
 * @param revision counts every change
 * @param base the published version that it began from; null for a new process
 */
public record Design(
        String process,
        int edition,
        int editions,
        int revision,
        @Nullable Integer base,
        Content content,
        @Nullable String guide,
        List<String> articles,
        Instant changedAt,
        UUID changedBy) {

    /** What an edition holds: the model as BPMN, and the form as JSON Schema. */
    public record Content(String bpmn, @Nullable String form) {

        static Content of(Plan plan, @Nullable String form) {
            return new Content(PlanWriting.bpmn(plan), form);
        }
    }

    public boolean isUndoable() {
        return edition > 1;
    }

    public boolean isRedoable() {
        return edition < editions;
    }

    PlanReading.Answer reading() {
        return PlanReading.read(content.bpmn());
    }

    /** The plan, which is to be changed; refused where the model is more than a plan can show. */
    Plan plan() {
        var plan = reading().plan();
        if (plan == null) {
            throw Refusal.conflict("{work.design.read-only}");
        }
        return plan;
    }

    public FieldList fields() {
        return FieldList.of(content.form());
    }

    Processes.Draft draft() {
        return new Processes.Draft(content.bpmn(), content.form(), guide, articles);
    }

    /** The same with another content, for a look ahead. */
    boolean holds(Content other) {
        return content.bpmn().equals(other.bpmn()) && Objects.equals(content.form(), other.form());
    }
}
