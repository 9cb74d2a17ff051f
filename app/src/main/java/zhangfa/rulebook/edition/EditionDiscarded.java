package zhangfa.rulebook.edition;

import java.util.UUID;

/** A draft edition was thrown away. */
public record EditionDiscarded(UUID edition, UUID regulation, UUID who) {}
