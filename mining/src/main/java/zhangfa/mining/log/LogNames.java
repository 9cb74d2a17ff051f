package zhangfa.mining.log;

import java.util.List;

/** What the numbers in the columns of a log stand for. */
record LogNames(List<String> cases, List<String> activities, List<String> resources) {}
