package zhangfa.work.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import zhangfa.process.TaskItem;
import zhangfa.ui.Tone;

/** The end of the time that a task may take. */
public record Due(Instant at, boolean isOver) {

    /** Null where the task has no limit, or is done. */
    public static @Nullable Due of(TaskItem task, Instant now) {
        var due = task.dueAt();
        return due == null || !task.isOpen() ? null : new Due(due, due.isBefore(now));
    }

    public Tone tone() {
        return isOver ? Tone.OVERDUE : Tone.WAITING;
    }

    public String key() {
        return isOver ? "work.due.over" : "work.due";
    }
}
