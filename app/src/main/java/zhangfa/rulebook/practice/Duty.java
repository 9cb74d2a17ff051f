package zhangfa.rulebook.practice;

import org.jspecify.annotations.Nullable;
import zhangfa.rulebook.source.Wording;

/**
 * Who does what, by when, with what evidence.
 *
 * @param who a rule that names people: {@code initiator}, {@code unit-head}, {@code position:…} or {@code authority:…}
 * @param step the step of the process at which it is done; null where no single step carries it
 */
public record Duty(String who, @Nullable String step, Wording does, Wording by, Wording evidence) {}
