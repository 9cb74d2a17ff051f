package zhangfa.identity;

import java.util.UUID;

/** An API token was taken back. */
public record TokenRevoked(UUID token, UUID account) {}
