package zhangfa.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.identity.Account;

/**
 * The door to taking running cases of a process over to another version of it. Only the owner of the process may; what it does
 * stands in the journal of each case.
 */
public interface Migrations {

    /**
     * From which version to which.
     *
     * @param overrides by the id of an element of the old version the one that follows on it; others keep their ids
     */
    record Plan(String process, int from, int to, Map<String, String> overrides) {}

    /** A version of a process, and how many cases run by it. */
    record Version(int version, long running, boolean current) {}

    /** A case that cannot go over, and why, a line for each thing in the way. */
    record Blocked(UUID caseId, String number, String title, List<String> reasons) {}

    /** What would come of a plan now: of so many cases these cannot go over; at most a hundred are named. */
    record Preview(long total, long movable, List<Blocked> blocked) {}

    /** How far a migration is. */
    record Progress(
            UUID id,
            String process,
            int from,
            int to,
            String reason,
            UUID by,
            Instant at,
            long total,
            long moved,
            long refused,
            List<Blocked> blocked,
            @Nullable Instant finishedAt) {

        public boolean isFinished() {
            return finishedAt != null;
        }
    }

    /** The published versions by which cases run, and the current one, the newest first. */
    List<Version> versions(Account who, String process);

    /** The dry run: nothing is changed. */
    Preview preview(Account who, Plan plan);

    /** Begins it; a job takes the cases over, one after another. */
    UUID begin(Account who, Plan plan, String reason, @Nullable UUID command);

    Progress progress(Account who, UUID migration);

    /** Of a process, the youngest first. */
    List<Progress> latest(Account who, String process);
}
