package zhangfa.identity;

import java.util.UUID;

/** Somebody used their activation link: the account has a password now and can sign in. */
public record AccountActivated(UUID account) {}
