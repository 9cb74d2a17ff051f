package zhangfa.rulebook.coverage;

import java.util.List;
import java.util.Locale;
import zhangfa.rulebook.control.ControlRun;
import zhangfa.ui.Tone;

/** What a reader of the contents sees beside an article. */
public enum Mark {
    NOT_ADOPTED(Tone.REJECTED, "circle-dashed"),
    NOT_RUNNING(Tone.WAITING, "hourglass"),
    IN_PART(Tone.RUNNING, "circle-dot"),
    RUNS(Tone.DONE, "circle-check"),
    VIOLATED(Tone.OVERDUE, "alert-circle");

    private final Tone tone;
    private final String icon;

    Mark(Tone tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** An article's mark is the worst that can be said of its clauses. */
    public static Mark of(List<Standing> clauses) {
        if (clauses.stream().anyMatch(Mark::isViolated)) {
            return VIOLATED;
        }
        if (clauses.stream().noneMatch(Standing::adopted)) {
            return NOT_ADOPTED;
        }
        if (clauses.stream().anyMatch(clause -> !clause.execution().runs())) {
            return NOT_RUNNING;
        }
        return clauses.stream().allMatch(clause -> clause.execution().executable() == Execution.Executable.YES)
                ? RUNS
                : IN_PART;
    }

    private static boolean isViolated(Standing clause) {
        return clause.adopted()
                && clause.controls().stream().anyMatch(state -> state.status() == ControlRun.Status.VIOLATED);
    }

    public Tone tone() {
        return tone;
    }

    public String icon() {
        return icon;
    }

    /** Its word in the message bundle. */
    public String key() {
        return "rulebook.mark." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
