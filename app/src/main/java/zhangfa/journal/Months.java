package zhangfa.journal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the journal's partitions ahead of time: this month and the next three. */
@Component
class Months {

    private final JdbcClient jdbc;
    private final Clock clock;

    Months(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Scheduled(cron = "0 30 3 * * *")
    void make() {
        jdbc.sql("select journal.make_months(:today, 4)")
                .param("today", LocalDate.now(clock))
                .query((row, number) -> number)
                .list();
    }
}
