package zhangfa.job;

import java.time.Instant;
import zhangfa.database.Keys;

/**
 * Something to be done later.
 *
 * @param kind which {@link JobHandler} does it, such as {@code process.timer}
 * @param id which one of its kind; the same from attempt to attempt, so that whoever receives the work can tell a repeat
 * @param due not before this moment; within two seconds of it when a node is free
 * @param data what the handler needs to know, as it likes to write it
 */
public record Job(String kind, String id, Instant due, String data) {

    private static final int LONGEST_ID = 200;

    public Job {
        if (kind.isBlank() || id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    "A job needs a kind and an id of at most %d characters: %s %s".formatted(LONGEST_ID, kind, id));
        }
    }

    /** One that nobody needs to name again. */
    public static Job of(String kind, Instant due, String data) {
        return new Job(kind, Keys.next().toString(), due, data);
    }
}
