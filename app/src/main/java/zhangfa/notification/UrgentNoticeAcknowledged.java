package zhangfa.notification;

import java.util.UUID;

/** Somebody acknowledged an urgent notice. */
public record UrgentNoticeAcknowledged(UUID message, UUID who) {}
