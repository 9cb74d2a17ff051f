package zhangfa.work.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.TimeLeft;
import zhangfa.ui.Tone;

/**
 * One row of a box.
 *
 * @param task to be chosen for an approval along with others; null where this one is none
 * @param amount in money, where the case has a total
 * @param holders who may act on it now
 * @param due what is left of the time of the task; null where it has no limit
 */
public record InboxRow(
        @Nullable UUID task,
        String href,
        String number,
        String title,
        String process,
        String initiator,
        String step,
        List<String> holders,
        @Nullable TimeLeft due,
        @Nullable String amount,
        Instant at,
        Tone tone,
        String status) {}
