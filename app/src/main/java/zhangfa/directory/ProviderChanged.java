package zhangfa.directory;

import java.util.UUID;

/** The settings of an outside system were changed; what they are now stands there, its secret nowhere. */
public record ProviderChanged(UUID provider, String key, boolean enabled, UUID who) {}
