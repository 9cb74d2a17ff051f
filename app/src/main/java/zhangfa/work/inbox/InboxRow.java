package zhangfa.work.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.Tone;

/**
 * One row of a box.
 *
 * @param amount in money, where the case has a total
 * @param holders who may act on it now
 * @param due until when the task has to be done; null where nobody says so
 */
public record InboxRow(
        String href,
        String number,
        String title,
        String process,
        String initiator,
        String step,
        List<String> holders,
        @Nullable Due due,
        @Nullable String amount,
        Instant at,
        Tone tone,
        String status) {}
