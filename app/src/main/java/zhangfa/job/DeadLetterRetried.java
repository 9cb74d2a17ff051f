package zhangfa.job;

import java.util.UUID;

/** Somebody let a job that had failed for good be tried once more. */
public record DeadLetterRetried(String kind, String job, UUID who) {}
