package zhangfa.rulebook.draft;

import java.util.UUID;

/** Somebody has kept a company's own text as the draft of a rulebook. */
public record RulebookDrafted(UUID draft, String title, UUID who) {}
