package zhangfa.job.desk;

import java.time.Instant;
import java.util.UUID;

/** A job that was tried often enough, and what went wrong the last time. */
public record DeadLetter(UUID id, String kind, String job, int attempts, Instant diedAt, String trouble) {}
