package zhangfa.rulebook.acknowledgement;

import java.util.UUID;

/** Somebody has read and understood exactly this edition. */
public record EditionAcknowledged(UUID edition, UUID who) {}
