package zhangfa.rulebook.edition;

import java.util.UUID;

/** A provision of a draft edition was written. */
public record ProvisionWritten(UUID edition, UUID provision, UUID who) {}
