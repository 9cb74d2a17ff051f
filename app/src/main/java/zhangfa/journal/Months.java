package zhangfa.journal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.job.Daily;

/** Makes the journal's partitions ahead of time: this month and the next three. */
@Component
class Months {

    private final JdbcClient jdbc;
    private final Clock clock;

    Months(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    static Daily monthsAhead(Months months) {
        return new Daily("journal.months", LocalTime.of(3, 30), months::make);
    }

    @EventListener(ApplicationStartedEvent.class)
    void make() {
        jdbc.sql("select journal.make_months(:today, 4)")
                .param("today", LocalDate.now(clock))
                .query((row, number) -> number)
                .list();
    }
}
