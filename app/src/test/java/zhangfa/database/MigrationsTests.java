package zhangfa.database;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

/** Every module's schema is made from its own folder, once. */
@ApplicationModuleTest
class MigrationsTests {

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource source;

    @Test
    void everyModuleHasAHistoryOfItsOwn() {
        var histories = sql.sql("select tablename from pg_tables where schemaname = 'migration'")
                .query(String.class)
                .list();
        assertThat(Migrations.modules()).isNotEmpty().allMatch(histories::contains);
    }

    @Test
    void aSecondStartChangesNothing() {
        var before = steps();
        new Migrations(source).apply();
        assertThat(steps()).isEqualTo(before).isPositive();
    }

    private int steps() {
        return Migrations.modules().stream()
                .mapToInt(module -> sql.sql("select count(*) from migration.\"%s\"".formatted(module))
                        .query(Integer.class)
                        .single())
                .sum();
    }
}
