package zhangfa.identity;

import java.util.UUID;

/** A shut account was opened again. */
public record AccountReactivated(UUID account, UUID who) {}
