package zhangfa.journal.proof;

import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.job.Daily;

/** When the journal is sealed: once a night for the whole installation, or at the next start after a night without one. */
@Configuration(proxyBeanMethods = false)
class NightlySeal {

    @Bean
    Daily seal(Sealing sealing) {
        return new Daily("journal.seal", LocalTime.of(3, 45), sealing::seal);
    }
}
