package zhangfa.identity;

import java.util.UUID;

/** Somebody used their activation link or came in by an outside identity for the first time: the account can sign in. */
public record AccountActivated(UUID account) {}
