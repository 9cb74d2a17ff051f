package zhangfa.notification;

import java.util.UUID;

/** Messages now also go to this program or group chat. */
public record EndpointAdded(UUID endpoint, String name, String host, UUID who) {}
