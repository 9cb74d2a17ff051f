package zhangfa.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The schemas as the product's modules write them down: one folder, one schema and one history for each module. */
public final class Migrations {

    /** The schema that holds one history, a table, for each module. */
    public static final String HISTORIES = "migration";

    private static final String ROOT = "db/migration/";

    /** The histories of other modules are there already when a module's own begins: that is no reason to stop. */
    private static final String BEFORE_THE_FIRST = "0";

    private final DataSource source;

    public Migrations(DataSource source) {
        this.source = source;
    }

    /** Brings every module's schema to what this version of the product needs. */
    public void apply() {
        modules().forEach(module -> of(module).load().migrate());
    }

    /** Brings one module's schema to exactly this version of it. */
    public void apply(String module, String version) {
        of(module).target(MigrationVersion.fromVersion(version)).load().migrate();
    }

    /** Modules with a schema. No table refers to another module's, so the order is free; the name makes it the same everywhere. */
    static List<String> modules() {
        try {
            var scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "*/V*.sql");
            return Arrays.stream(scripts)
                    .map(Migrations::folder)
                    .distinct()
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FluentConfiguration of(String module) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:" + ROOT + module)
                .schemas(HISTORIES)
                .table(module)
                .createSchemas(true)
                .baselineOnMigrate(true)
                .baselineVersion(BEFORE_THE_FIRST)
                .validateMigrationNaming(true);
    }

    private static String folder(Resource script) {
        try {
            var path = script.getURL().getPath();
            return path.replaceFirst(".*/([^/]+)/[^/]+$", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
