package zhangfa.work.incident;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.work.form.FormSheet;

/**
 * An incident as a page shows it.
 *
 * @param reason what stopped the case, in plain words, and {@code detail} what exactly was said
 * @param mine whether the reader may mend it
 */
public record Trouble(
        String id,
        UUID caseId,
        String number,
        String title,
        String process,
        String processName,
        String element,
        String kind,
        String reason,
        String detail,
        Instant since,
        @Nullable Instant resolvedAt,
        boolean mine,
        boolean retryable) {

    /** The page of one incident: with the fields to correct, or none where its process has no form, and the steps to move on to. */
    public record Mending(Trouble trouble, FormSheet sheet, String data, Map<String, String> steps) {

        /** A message that nobody took stops no token: there is nothing to move. */
        public boolean isMovable() {
            return trouble.mine()
                    && trouble.resolvedAt() == null
                    && !trouble.kind().equals("message");
        }
    }

    /** What became of trying one again. */
    public record Result(
            Trouble trouble, String result, @Nullable String detail) {}
}
