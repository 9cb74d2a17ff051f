package zhangfa.rulebook.edition;

import java.util.UUID;

/** A provision of a draft edition was removed. */
public record ProvisionRemoved(UUID edition, UUID provision, UUID who) {}
