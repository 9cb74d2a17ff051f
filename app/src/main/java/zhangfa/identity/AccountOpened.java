package zhangfa.identity;

import java.util.List;
import java.util.UUID;

/** An account was made, with these roles. */
public record AccountOpened(UUID account, String username, List<String> roles) {}
