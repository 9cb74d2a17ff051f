package zhangfa.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.database.embedded.DataFolder;
import zhangfa.database.embedded.EmbeddedPostgres;

/** Chooses the database: the embedded one on the data folder, unless a URL is given. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Stops the embedded server after everything that uses it. */
    record Running(Optional<EmbeddedPostgres> embedded) implements AutoCloseable {

        @Override
        public void close() {
            embedded.ifPresent(EmbeddedPostgres::close);
        }
    }

    @Bean
    Running runningDatabase(DatabaseSettings settings) {
        return settings.database().isGiven()
                ? new Running(Optional.empty())
                : new Running(Optional.of(EmbeddedPostgres.start(DataFolder.open(settings.data()))));
    }

    @Bean
    DataSource dataSource(Running running, DatabaseSettings settings) {
        var source = new HikariDataSource();
        source.setMaximumPoolSize(settings.database().connections());
        // Longer than a killed server takes to come back, so that most requests wait instead of failing.
        source.setConnectionTimeout(Duration.ofSeconds(8).toMillis());
        source.setAutoCommit(true);
        source.addDataSourceProperty("reWriteBatchedInserts", "true");
        source.addDataSourceProperty("stringtype", "unspecified");
        source.addDataSourceProperty("ApplicationName", "zhangfa");
        var embedded = running.embedded();
        source.setJdbcUrl(
                embedded.map(EmbeddedPostgres::url).orElse(settings.database().url()));
        source.setUsername(embedded.map(server -> EmbeddedPostgres.OWNER)
                .orElse(settings.database().user()));
        source.setPassword(embedded.map(EmbeddedPostgres::password)
                .orElse(settings.database().password()));
        return source;
    }

    /** Flyway's one history for all is replaced by one for each module. */
    @Bean
    FlywayMigrationStrategy migrationOfEachModule(DataSource source) {
        return flyway -> new Migrations(source).apply();
    }
}
