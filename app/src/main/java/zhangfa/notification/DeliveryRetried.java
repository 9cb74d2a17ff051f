package zhangfa.notification;

import java.util.UUID;

/** Somebody let a message that could not be delivered be tried again. */
public record DeliveryRetried(UUID delivery, UUID who) {}
