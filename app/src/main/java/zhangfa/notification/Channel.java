package zhangfa.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.notification.wording.Spoken;

/** A way out of the product, such as mail; a bean for each. */
public interface Channel {

    /** Its name in rows, never renamed, such as {@code email}. */
    String name();

    /** Whether it is set up; nothing is prepared for one that is not. Asked in every transaction that says something. */
    boolean isOpen();

    /** Where this message goes by this channel. */
    List<Target> targets(Notable message, Set<UUID> people);

    /**
     * Sends it, or throws why it could not be sent, in words for an administrator. What was sent may be sent again after
     * a crash: the receiver tells a repeat by the delivery's id.
     */
    void send(Outgoing outgoing) throws Exception;

    /** What a channel needs to know of a message to choose its targets. */
    record Notable(UUID id, String kind, Urgency urgency) {}

    /**
     * A place that a message goes to.
     *
     * @param id the person's, or whatever the channel's targets are
     * @param due not before this moment; null for at once
     */
    record Target(
            UUID id,
            String address,
            Locale language,
            @Nullable Instant due) {}

    /**
     * A message on its way to one target.
     *
     * @param delivery the same from attempt to attempt
     */
    record Outgoing(UUID delivery, UUID target, String address, Locale language, Spoken message) {}
}
