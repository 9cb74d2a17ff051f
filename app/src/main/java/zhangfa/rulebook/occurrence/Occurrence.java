package zhangfa.rulebook.occurrence;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.rulebook.source.Wording;
import zhangfa.ui.Tone;

/**
 * An obligation in one period.
 *
 * @param uploaded whether a note and files prove it, which an owner puts to it
 * @param verified whether somebody else has to verify it
 */
public record Occurrence(
        UUID id,
        String obligation,
        Wording title,
        String period,
        @Nullable UUID unit,
        List<UUID> owners,
        List<UUID> verifiers,
        boolean uploaded,
        @Nullable String process,
        boolean verified,
        Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable UUID doneBy,
        @Nullable UUID caseId,
        @Nullable String note,
        @Nullable Instant verifiedAt,
        @Nullable UUID verifiedBy,
        Standing standing) {

    /** Where it stands, in the words of {@code fact.obligation_occurrence}. */
    public enum Standing {
        DUE(Tone.WAITING),
        LATE(Tone.OVERDUE),
        MISSING(Tone.REJECTED),
        DONE(Tone.DONE),
        VERIFIED(Tone.DONE);

        private final Tone tone;

        Standing(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String key() {
            return "rulebook.occurrence." + word();
        }
    }

    public String href() {
        return "/rulebook/occurrences/" + id;
    }

    public boolean isOpen() {
        return doneAt == null;
    }

    public boolean isLate() {
        return standing == Standing.LATE || standing == Standing.MISSING;
    }

    /** Done, and not yet looked at by whoever has to. */
    public boolean waitsForVerification() {
        return doneAt != null && verified && verifiedAt == null;
    }
}
