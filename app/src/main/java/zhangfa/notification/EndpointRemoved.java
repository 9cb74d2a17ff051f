package zhangfa.notification;

import java.util.UUID;

/** Messages do not go to this program or group chat any more. */
public record EndpointRemoved(UUID endpoint, UUID who) {}
