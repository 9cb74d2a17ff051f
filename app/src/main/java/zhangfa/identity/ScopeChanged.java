package zhangfa.identity;

import java.util.UUID;

/** A role now reaches this far. */
public record ScopeChanged(String role, String scope, UUID who) {}
