package zhangfa.flow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user task as drawn: who is asked, how they decide, what they may see and write.
 *
 * @param name what the designer called it, else its id
 * @param limit how long it may take; null where nobody says so
 */
public record FlowStep(
        String id,
        String name,
        Decision decision,
        Assignment assignment,
        StepForm form,
        @Nullable FlowLimit limit,
        StepNotes notes) {

    /** Whether people do something or judge something. */
    public enum Kind {
        WORK,
        APPROVAL
    }

    /** Whose decision closes the step. */
    public enum Mode {
        /** 或签: one shared task, the first decision counts. */
        ANY,
        /** 会签: a task for each, all must agree. */
        ALL,
        /** 依次: a task for each, one after another in their order, all must agree. */
        SEQUENCE,
        /** 比例: a task for each, a share of them must agree. */
        RATIO,
        /** 票签: a task for each, their weights must come to a share. */
        WEIGHTED
    }

    /** What a rejection does. */
    public enum Rejection {
        ENDS,
        RETURNS
    }

    /**
     * What is decided here and how.
     *
     * @param share how much must agree where a part is enough; a step whose share can no longer be reached is rejected
     */
    public record Decision(Kind kind, Mode mode, @Nullable Share share, Rejection rejection) {}

    /** A part of a whole, such as 2 of 3 or 60 of 100. */
    public record Share(int of, int in) {

        boolean isReached(long part, long whole) {
            return part * in >= whole * of;
        }
    }

    /**
     * The rule that names the people; the runtime resolves it.
     *
     * @param strategy such as {@code initiator}, {@code unit-head}, {@code position}, {@code authority}, {@code person},
     *     {@code candidates}, {@code field}
     * @param parameters every other attribute of the rule, as written
     */
    public record Assignment(String strategy, Map<String, String> parameters) {

        public Assignment {
            parameters = Copies.of(parameters);
        }
    }

    /** The form of the step and what its people may do with each field; a field not named is as the form says. */
    public record StepForm(@Nullable String key, Map<String, Access> fields) {

        public StepForm {
            fields = Copies.of(fields);
        }
    }

    /** What the people of a step may do with a field. */
    public enum Access {
        HIDDEN,
        READ,
        WRITE,
        REQUIRED
    }

    /**
     * What the kernel keeps for others as written.
     *
     * @param guide the documentation of the task
     * @param dueDate the due date of other tools; only a plain duration is a limit too
     * @param attributes every {@code zhangfa:} attribute of the task
     */
    public record StepNotes(
            @Nullable String guide, @Nullable String dueDate, Map<String, String> attributes) {

        public StepNotes {
            attributes = Copies.of(attributes);
        }
    }

    public Kind kind() {
        return decision.kind();
    }

    public Mode mode() {
        return decision.mode();
    }

    public @Nullable String guide() {
        return notes.guide();
    }
}
