package zhangfa.job;

import java.util.UUID;

/** Somebody decided that a job which had failed for good is not wanted any more. */
public record DeadLetterDiscarded(String kind, String job, UUID who) {}
