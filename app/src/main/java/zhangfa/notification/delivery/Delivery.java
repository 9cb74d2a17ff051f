package zhangfa.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.Tone;

/** A line of the delivery log: where a message went and how that stands, but not what it says. */
public record Delivery(
        UUID id,
        String kind,
        String channel,
        String address,
        String status,
        int attempts,
        @Nullable String trouble,
        Instant madeAt,
        @Nullable Instant sentAt) {

    public static final List<String> STATUSES = List.of("waiting", "retrying", "sent", "failed");

    public Tone tone() {
        return switch (status) {
            case "sent" -> Tone.DONE;
            case "failed" -> Tone.OVERDUE;
            case "retrying" -> Tone.RUNNING;
            default -> Tone.WAITING;
        };
    }

    public boolean isTroubled() {
        return status.equals("failed") || status.equals("retrying");
    }
}
