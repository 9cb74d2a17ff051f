package zhangfa.rulebook.difference;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import zhangfa.rulebook.regulation.Provision;
import zhangfa.ui.Tone;

/**
 * What became of one provision.
 *
 * @param before as it was; null where it is new
 * @param now as it is; null where it is gone
 */
public record Change(
        Kind kind, @Nullable Provision before, @Nullable Provision now) {

    /** What became of it. */
    public enum Kind {
        ADDED(Tone.DONE),
        CHANGED(Tone.WAITING),
        REMOVED(Tone.OVERDUE),
        /** The same words under another number. */
        RENUMBERED(Tone.RUNNING),
        SAME(Tone.REJECTED);

        private final Tone tone;

        Kind(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** As the API writes it, and in message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Change of(@Nullable Provision before, @Nullable Provision now) {
        if (before == null) {
            return new Change(Kind.ADDED, null, now);
        }
        if (now == null) {
            return new Change(Kind.REMOVED, before, null);
        }
        if (!now.saysTheSameAs(before)) {
            return new Change(Kind.CHANGED, before, now);
        }
        return new Change(now.number().equals(before.number()) ? Kind.SAME : Kind.RENUMBERED, before, now);
    }

    /** The provision as it is, or as it was where it is gone. */
    public Provision provision() {
        if (now != null) {
            return now;
        }
        if (before != null) {
            return before;
        }
        throw new IllegalStateException("Nothing changed into nothing");
    }

    public boolean isRenumbered() {
        return before != null && now != null && !before.number().equals(now.number());
    }

    /** Whether those whom it binds have to read it again. */
    public boolean asksToBeRead() {
        return kind == Kind.ADDED || kind == Kind.CHANGED;
    }

    /** Its words, with those marked that were put in or taken out. */
    public List<Piece> pieces() {
        return switch (kind) {
            case ADDED -> List.of(new Piece(Piece.Kind.ADDED, provision().whole()));
            case REMOVED -> List.of(new Piece(Piece.Kind.REMOVED, provision().whole()));
            case CHANGED ->
                Wordwise.between(
                        before == null ? "" : before.whole(), provision().whole());
            case RENUMBERED, SAME ->
                List.of(new Piece(Piece.Kind.SAME, provision().whole()));
        };
    }
}
