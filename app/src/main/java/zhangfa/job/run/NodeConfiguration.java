package zhangfa.job.run;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import zhangfa.job.Daily;
import zhangfa.job.JobHandler;

/** This process as a node: it begins when the product is ready, and ends before the database connections do. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    Node node(
            DataSource database,
            ObjectProvider<JobHandler> handlers,
            ObjectProvider<Daily> days,
            JobSettings settings,
            Ledger ledger,
            Clock clock) {
        return Node.of(database, handlers.stream().toList(), days.stream().toList(), settings, ledger, clock);
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        ready.getApplicationContext().getBean(Node.class).start();
    }
}
