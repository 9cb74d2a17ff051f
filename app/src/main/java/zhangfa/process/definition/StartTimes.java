package zhangfa.process.definition;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.FlowModel;

/** When the versions in force begin cases by time; the runtime keeps it. */
public interface StartTimes {

    /**
     * Told, in the transaction that publishes it, that new cases follow a version from now on.
     *
     * @param before the version that it follows on; null for the first
     */
    void comesIntoForce(@Nullable Definition before, FlowModel model, int version);

    /** When a start event of the version in force begins a case next; empty where it does not. */
    Optional<Instant> next(String process, String event);
}
