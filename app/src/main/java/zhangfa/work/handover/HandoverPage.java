package zhangfa.work.handover;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of a person's work before it is passed on.
 *
 * @param leads names of the units that they lead
 * @param mayLeave whether the reader may pass on also what is the person's own in the organisation
 */
public record HandoverPage(UUID id, String name, List<Row> tasks, List<String> leads, boolean mayLeave) {

    /** A task that lies with the person alone; {@code step} is null for what only the initiator can do. */
    public record Row(
            String number, String process, @Nullable String step) {}
}
