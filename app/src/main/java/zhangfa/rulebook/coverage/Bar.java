package zhangfa.rulebook.coverage;

/** One question of the coverage and its answer: how many of how many articles. */
public record Bar(String key, int count, int of) {}
