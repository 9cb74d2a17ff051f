package zhangfa.identity;

import java.util.List;
import java.util.UUID;

/** An account now has these roles. */
public record RolesChanged(UUID account, List<String> roles, UUID who) {}
