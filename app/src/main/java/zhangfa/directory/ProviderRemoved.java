package zhangfa.directory;

import java.util.UUID;

/** An outside system was removed, and with it all links to it. */
public record ProviderRemoved(UUID provider, String key, UUID who) {}
