package zhangfa.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rests double up to the longest, each somewhere between half and all of it. */
class RetriesTests {

    private static final Retries RETRIES = new Retries(3, Duration.ofSeconds(4), Duration.ofSeconds(20));

    @Test
    void restsDoubleUpToTheLongest() {
        var random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            assertThat(RETRIES.rest(1, random)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
            assertThat(RETRIES.rest(2, random)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
            assertThat(RETRIES.rest(5, random)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
            assertThat(RETRIES.rest(1000, random)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
        }
    }

    @Test
    void afterTheLastAttemptThereIsNone() {
        assertThat(RETRIES.allow(2)).isTrue();
        assertThat(RETRIES.allow(3)).isFalse();
    }
}
