package zhangfa.rulebook.draft;

import java.util.UUID;

/** A document was read to become a rulebook. */
public record DocumentTaken(UUID draft, String fileName, String sha256, UUID who) {}
