package zhangfa.identity;

import java.time.Instant;
import java.util.UUID;

/** An API token was made for this account. */
public record TokenIssued(UUID token, UUID account, String label, Instant expiresAt) {}
