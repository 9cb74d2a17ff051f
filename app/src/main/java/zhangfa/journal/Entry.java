package zhangfa.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event that happened, as it stands in the journal.
 *
 * @param at when it happened, to the microsecond
 * @param recordedAt when it was written
 * @param actor who did it; null for the system
 * @param kind what happened, such as {@code task_closed}
 * @param activity where in the process: a BPMN element id
 * @param lifecycle the transition by the XES lifecycle extension, where it is one
 * @param data JSON text; null once erased
 */
public record Entry(
        UUID stream,
        int seq,
        Instant at,
        Instant recordedAt,
        @Nullable UUID actor,
        @Nullable UUID onBehalfOf,
        String kind,
        @Nullable String activity,
        @Nullable String lifecycle,
        @Nullable String data,
        @Nullable Hash salt,
        Hash digest,
        Hash previousHash,
        Hash hash) {

    /** Whether the hash is of this content and this place in the chain, and the data, unless erased, of the digest. */
    public boolean isGenuine() {
        if (data != null && salt != null && !Hashing.digest(salt, data).equals(digest)) {
            return false;
        }
        return Hashing.hash(this).equals(hash);
    }

    /** With the hash of all the rest. */
    Entry hashed() {
        return new Entry(
                stream,
                seq,
                at,
                recordedAt,
                actor,
                onBehalfOf,
                kind,
                activity,
                lifecycle,
                data,
                salt,
                digest,
                previousHash,
                Hashing.hash(this));
    }

    /** Where a chain stands. */
    public record Head(UUID stream, int seq, Hash hash) {

        public static Head of(UUID stream) {
            return new Head(stream, 0, Hash.NONE);
        }
    }

    public Head head() {
        return new Head(stream, seq, hash);
    }
}
