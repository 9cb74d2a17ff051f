package zhangfa.identity.token;

import java.time.Instant;

/** A new token, told to its owner this once. */
public record IssuedToken(String token, Instant expiresAt) {}
