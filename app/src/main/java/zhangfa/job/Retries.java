package zhangfa.job;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a job that fails is tried, and how long it rests between: twice as long each time, up to the longest, and of
 * that a random part between half and all, so that many which failed together do not come back together.
 *
 * @param attempts in all, the first among them
 */
public record Retries(int attempts, Duration first, Duration longest) {

    /** Twelve attempts in about three hours. */
    public static final Retries USUAL = new Retries(12, Duration.ofSeconds(5), Duration.ofHours(1));

    public boolean allow(int failures) {
        return failures < attempts;
    }

    /** How long to rest after so many failures. */
    public Duration rest(int failures, RandomGenerator random) {
        var doublings = Math.min(failures - 1, 40);
        var whole = Math.min(longest.toMillis(), first.toMillis() * (1L << doublings));
        return Duration.ofMillis(random.nextLong(whole / 2, whole + 1));
    }
}
