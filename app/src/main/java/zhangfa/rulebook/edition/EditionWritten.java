package zhangfa.rulebook.edition;

import java.util.UUID;

/** The head of an edition was written. */
public record EditionWritten(UUID edition, int revision, UUID who) {}
