package zhangfa.notification;

import java.util.UUID;

/** An urgent notice was not acknowledged for a while and went on to the next channel, or to whoever stands in or above. */
public record UrgentNoticeEscalated(UUID message, UUID person, String rung) {}
