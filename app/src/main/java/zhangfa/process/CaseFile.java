package zhangfa.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as one reader sees it.
 *
 * @param status running, suspended, completed, rejected, cancelled or failed
 * @param facts what modules have said about the case
 * @param owned whether the reader is the owner of its process
 * @param tasks all of its tasks, oldest first
 */
public record CaseFile(
        UUID id,
        String number,
        String process,
        String processName,
        int version,
        String title,
        String status,
        UUID startedBy,
        UUID unit,
        Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, Object> form,
        Map<String, Object> facts,
        boolean owned,
        List<TaskItem> tasks) {

    public boolean isRunning() {
        return status.equals("running");
    }

    public List<TaskItem> openTasks() {
        return tasks.stream().filter(TaskItem::isOpen).toList();
    }
}
