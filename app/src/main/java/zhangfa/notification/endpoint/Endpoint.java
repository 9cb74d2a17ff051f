package zhangfa.notification.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A program or group chat that messages are also sent to.
 *
 * @param host where it is; the whole address is a secret
 * @param kinds of messages that it gets
 */
public record Endpoint(UUID id, String name, String format, String host, List<String> kinds, Instant madeAt) {}
