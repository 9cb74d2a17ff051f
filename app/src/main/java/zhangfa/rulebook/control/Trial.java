package zhangfa.rulebook.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a question would answer now.
 *
 * @param failure why it cannot be answered, in words; null where it can
 * @param columns of the rows that break the rule
 * @param cells the first of them; none for who may not see every case
 */
public record Trial(@Nullable String failure, long rows, List<String> columns, List<List<String>> cells) {

    private static final int SHOWN = 10;

    static Trial of(ControlRun run, @Nullable String failure, boolean seesAll) {
        var columns = run.rows().isEmpty()
                ? List.<String>of()
                : List.copyOf(run.rows().getFirst().keySet());
        var cells = run.rows().stream()
                .limit(seesAll ? SHOWN : 0)
                .map(row -> columns.stream()
                        .map(column -> String.valueOf(row.get(column)))
                        .toList())
                .toList();
        return new Trial(failure, run.rowCount(), columns, cells);
    }
}
