package zhangfa.rulebook.practice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The company has made a practice its own, or brought one that it has up to date; by nobody where the product did at its start. */
public record PracticeAdopted(String practice, @Nullable UUID who) {}
