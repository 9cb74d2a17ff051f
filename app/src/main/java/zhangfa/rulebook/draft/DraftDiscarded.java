package zhangfa.rulebook.draft;

import java.util.UUID;

/** A draft was thrown away. */
public record DraftDiscarded(UUID draft, UUID who) {}
