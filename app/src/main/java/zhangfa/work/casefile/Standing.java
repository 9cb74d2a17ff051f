package zhangfa.work.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.TimeLeft;

/**
 * Where a running case is and when to expect its end.
 *
 * @param holders who may act on it now; empty where nobody has been found
 * @param since when it came to them
 * @param usual how long most cases of its kind take, in working time; null where too few have been
 * @param expected when it ends if it takes as long; null likewise
 */
public record Standing(
        List<String> holders,
        Instant since,
        @Nullable TimeLeft usual,
        @Nullable Instant expected,
        boolean late) {

    static Standing with(List<String> holders, Instant since) {
        return new Standing(holders, since, null, null, false);
    }

    Standing expecting(Duration length, Duration workday, Instant end, Instant now) {
        return new Standing(holders, since, new TimeLeft(length, workday, null, null), end, end.isBefore(now));
    }
}
