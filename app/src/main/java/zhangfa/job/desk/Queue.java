package zhangfa.job.desk;

import java.time.Instant;

/** How the jobs of one kind stand: how many wait, how many of them after a failure, and when the first is due. */
public record Queue(String kind, long waiting, long failing, Instant next) {}
