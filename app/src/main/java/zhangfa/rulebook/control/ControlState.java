package zhangfa.rulebook.control;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.Tone;

/** A control and the answer to its present question; null where it has not been asked yet. */
public record ControlState(Control control, @Nullable ControlRun last) {

    /** A question that could not be answered counts as not asked: nothing is known. */
    public ControlRun.Status status() {
        return last == null || last.status() == ControlRun.Status.FAILED ? ControlRun.Status.NOT_RUN : last.status();
    }

    public long rows() {
        return last == null ? 0 : last.rowCount();
    }

    public boolean holds() {
        return status() == ControlRun.Status.HOLDS;
    }

    public Tone tone() {
        return switch (status()) {
            case HOLDS -> Tone.DONE;
            case VIOLATED -> Tone.OVERDUE;
            case FAILED, NOT_RUN -> Tone.WAITING;
        };
    }

    public String icon() {
        return holds() ? "shield-check" : tone().icon();
    }

    public String statusKey() {
        return "rulebook.control." + status().word().replace('_', '-');
    }

    /** Whether the company wrote it itself. */
    public boolean isOwn() {
        return control.practice() == null;
    }

    public String severityWord() {
        return control.severity().name().toLowerCase(Locale.ROOT);
    }

    public String cadenceWord() {
        return control.cadence().name().toLowerCase(Locale.ROOT);
    }

    /** The columns of the rows that break it, without the keys that only machines read. */
    public List<String> columns() {
        return last == null || last.rows().isEmpty()
                ? List.of()
                : last.rows().getFirst().keySet().stream()
                        .filter(column -> !column.equals("case_id"))
                        .toList();
    }

    public List<List<String>> cells() {
        return last == null
                ? List.of()
                : last.rows().stream()
                        .map(row -> columns().stream()
                                .map(column -> String.valueOf(row.get(column)))
                                .toList())
                        .toList();
    }
}
