package zhangfa.rulebook.edition;

import java.util.UUID;

/** An edition of a regulation was begun. */
public record EditionBegun(UUID edition, UUID regulation, String title, UUID who) {}
