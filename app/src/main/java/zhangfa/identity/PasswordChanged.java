package zhangfa.identity;

import java.util.UUID;

/** The owner of an account chose another password. */
public record PasswordChanged(UUID account) {}
