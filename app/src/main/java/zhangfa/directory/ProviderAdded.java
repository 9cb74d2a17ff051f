package zhangfa.directory;

import java.util.UUID;

/** An outside system was set up. */
public record ProviderAdded(UUID provider, String kind, String key, UUID who) {}
