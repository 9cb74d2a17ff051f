package zhangfa.work.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.Tone;

/** An urgent notice as the page of its case shows it. */
public record Alert(String words, Instant at, List<Receipt> receipts) {

    /**
     * How one person stands to it.
     *
     * @param rung how far it went for them; null where it is only in the centre
     */
    public record Receipt(
            String name,
            @Nullable Instant readAt,
            @Nullable Instant acknowledgedAt,
            @Nullable String rung) {

        /** The last part of the key of the word for it. */
        public String standing() {
            if (acknowledgedAt != null) {
                return "acknowledged";
            }
            return readAt == null ? "unread" : "read";
        }

        public Tone tone() {
            return acknowledgedAt == null ? Tone.OVERDUE : Tone.DONE;
        }
    }
}
