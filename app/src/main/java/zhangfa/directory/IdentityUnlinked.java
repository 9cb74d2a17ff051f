package zhangfa.directory;

import java.util.UUID;

/** A person of an outside system is no account here any more. */
public record IdentityUnlinked(UUID account, UUID provider, UUID who) {}
