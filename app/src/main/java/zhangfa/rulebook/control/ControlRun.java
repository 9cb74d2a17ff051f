package zhangfa.rulebook.control;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a control's question.
 *
 * @param rows the first rows that break the rule, column by column
 * @param failure why the question could not be answered
 */
public record ControlRun(
        Status status,
        Instant finishedAt,
        long rowCount,
        List<Map<String, Object>> rows,
        @Nullable String failure) {

    /** What came of it. */
    public enum Status {
        HOLDS,
        VIOLATED,
        FAILED,
        NOT_RUN;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
