package zhangfa.finance.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import zhangfa.money.Money;
import zhangfa.ui.Tone;

/** A claim as the list shows it. */
public record ClaimRow(
        UUID caseId,
        String number,
        String title,
        String person,
        String unit,
        Instant filedAt,
        Money total,
        Status status) {

    /** Where a claim stands, in the words of its case. */
    public enum Status {
        RUNNING(Tone.RUNNING),
        PAID(Tone.DONE),
        REJECTED(Tone.REJECTED),
        CANCELLED(Tone.REJECTED),
        FAILED(Tone.OVERDUE);

        private final Tone tone;

        Status(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
