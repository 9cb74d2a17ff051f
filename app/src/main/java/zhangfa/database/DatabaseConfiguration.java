package zhangfa.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import zhangfa.command.CommandLine;

/** Chooses the database: the embedded one on the data folder, unless a URL is given. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int ASIDE = 3;

    @Bean
    @Profile("!" + CommandLine.PROFILE)
    Running runningDatabase(DatabaseSettings settings) {
        return settings.database().isGiven() ? Running.given(settings.database()) : Running.embedded(settings.data());
    }

    /** A command works beside the running product, on the server that the product has started. */
    @Bean
    @Profile(CommandLine.PROFILE)
    Running databaseBesideTheProduct(DatabaseSettings settings) {
        return settings.database().isGiven() ? Running.given(settings.database()) : Running.beside(settings.data());
    }

    @Bean
    DataSource dataSource(Running running, DatabaseSettings settings) {
        var pool = pool(running, settings.database().connections());
        var aside = pool(running, ASIDE);
        aside.setMinimumIdle(1);
        return new Connections(pool, aside);
    }

    private static HikariDataSource pool(Running running, int connections) {
        var source = new HikariDataSource();
        source.setMaximumPoolSize(connections);
        // Longer than a killed server takes to come back, so that most requests wait instead of failing.
        source.setConnectionTimeout(Duration.ofSeconds(8).toMillis());
        source.setAutoCommit(true);
        source.addDataSourceProperty("reWriteBatchedInserts", "true");
        source.addDataSourceProperty("stringtype", "unspecified");
        source.addDataSourceProperty("ApplicationName", "zhangfa");
        source.setJdbcUrl(running.url());
        source.setUsername(running.user());
        source.setPassword(running.password());
        return source;
    }

    /** Flyway's one history for all is replaced by one for each module. */
    @Bean
    @Profile("!" + CommandLine.PROFILE)
    FlywayMigrationStrategy migrationOfEachModule(DataSource source) {
        return flyway -> new Migrations(source).apply();
    }

    /** A command takes the schemas as they are: a product of an older version may be running on them. */
    @Bean
    @Profile(CommandLine.PROFILE)
    FlywayMigrationStrategy noMigration() {
        return flyway -> {};
    }
}
