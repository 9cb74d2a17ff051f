package zhangfa.rulebook.practice;

import zhangfa.rulebook.source.Wording;

/** The operating guide of one step: what the step is called and how it is done, in Markdown. */
public record GuidePart(String step, Wording title, Wording body) {}
