package zhangfa.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened, before it has its place in a chain. */
public record Happening(
        Instant at,
        @Nullable UUID actor,
        @Nullable UUID onBehalfOf,
        String kind,
        @Nullable String activity,
        @Nullable String lifecycle,
        String data) {

    public Happening {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Takes the next place after a head. */
    public Entry after(Entry.Head head) {
        var salt = Hashing.salt();
        var digest = Hashing.digest(salt, data);
        return new Entry(
                        head.stream(),
                        head.seq() + 1,
                        at,
                        at,
                        actor,
                        onBehalfOf,
                        kind,
                        activity,
                        lifecycle,
                        data,
                        salt,
                        digest,
                        head.hash(),
                        Hash.NONE)
                .hashed();
    }
}
