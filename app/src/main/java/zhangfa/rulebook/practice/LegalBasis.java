package zhangfa.rulebook.practice;

import org.jspecify.annotations.Nullable;

/** The law or regulation that a practice rests on. */
public record LegalBasis(String title, @Nullable String article, String validFrom) {}
