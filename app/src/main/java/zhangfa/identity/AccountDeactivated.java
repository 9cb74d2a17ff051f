package zhangfa.identity;

import java.util.UUID;

/** An account was shut: nobody signs in with it any more. */
public record AccountDeactivated(UUID account, UUID who) {}
