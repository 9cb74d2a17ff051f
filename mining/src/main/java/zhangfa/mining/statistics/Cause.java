package zhangfa.mining.statistics;

/**
 * A property of cases that goes along with their being slow or deviating: one step in a decision tree.
 *
 * @param property in words of the log, such as {@code amount > 5000}
 * @param cases how many of the cases looked at have it
 * @param shareWith the share of unwanted cases among those that have it
 * @param shareWithout the share among the others
 * @param probability that chance shows so large a difference, times the number of properties tried
 */
public record Cause(String property, int cases, double shareWith, double shareWithout, double probability) {}
