package zhangfa.rulebook.regulation;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.Tone;

/**
 * One version of a regulation.
 *
 * @param number counted from 1 within the regulation
 * @param revision how often its head was changed: whoever changes it names the one that they saw
 * @param caseId where it is or was reviewed and approved; null while nobody has handed it in
 * @param publishedAt when it was published; null before
 */
public record Edition(
        UUID id,
        UUID regulation,
        int number,
        Head head,
        int revision,
        @Nullable UUID caseId,
        Instant createdAt,
        @Nullable Instant publishedAt,
        Standing standing) {

    /** Where it stands today. */
    public enum Standing {
        DRAFT(Tone.WAITING),
        IN_REVIEW(Tone.RUNNING),
        /** Published, and not in force before its day. */
        COMING(Tone.RUNNING),
        IN_FORCE(Tone.DONE),
        SUPERSEDED(Tone.REJECTED);

        private final Tone tone;

        Standing(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** As the API writes it, and in message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String key() {
            return "rulebook.standing." + word().replace('_', '-');
        }
    }

    public String title() {
        return head.title();
    }

    public boolean isDraft() {
        return standing == Standing.DRAFT;
    }

    public boolean isPublished() {
        return publishedAt != null;
    }

    public String href() {
        return "/rulebook/editions/" + id;
    }
}
