package zhangfa.work.overdue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.TimeLeft;

/**
 * The page of what is late.
 *
 * @param total how many tasks, {@code people} with how many people
 * @param oldest how long the longest has been due; null where nothing is late
 * @param next where the list goes on, or null
 */
public record Board(
        BoardFilter filter,
        int total,
        int people,
        @Nullable TimeLeft oldest,
        List<Bar> bars,
        List<Row> rows,
        @Nullable String next) {

    /**
     * How much is late at one place.
     *
     * @param most of all bars
     * @param href narrows the board to it; null where it cannot be named
     */
    public record Bar(
            String name,
            int count,
            int most,
            Instant oldest,
            @Nullable String href) {}

    /**
     * A late task.
     *
     * @param caseId null where the reader may not see the case; then it has no title and no number either
     * @param person with whom it lies, and {@code unit} that person's
     * @param mine whether it lies with the reader
     */
    public record Row(
            UUID task,
            @Nullable UUID caseId,
            String title,
            String number,
            String process,
            List<String> articles,
            String step,
            String person,
            String unit,
            boolean mine,
            TimeLeft due) {

        public boolean isUrgeable() {
            return caseId != null && !mine;
        }
    }
}
