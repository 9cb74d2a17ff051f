package zhangfa.job.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node works on jobs.
 *
 * @param atOnce how many it does at a time
 * @param pulse how often it shows that it lives
 * @param polling how often it looks for what is due
 */
@ConfigurationProperties("zhangfa.job")
record JobSettings(
        @DefaultValue("8") int atOnce,
        @DefaultValue("5s") Duration pulse,
        @DefaultValue("1s") Duration polling) {

    /** The fewest that db-scheduler allows before it takes a node for dead. */
    static final int PULSES_MISSED = 4;
}
