package zhangfa.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;
import zhangfa.database.embedded.DataFolder;
import zhangfa.database.embedded.EmbeddedPostgres;

/** One real PostgreSQL with a fresh database for all tests of a run, or the database that ZHANGFA_DATABASE_URL names. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Run {
        static final EmbeddedPostgres SERVER = start();
        static final String URL = fresh();

        private static EmbeddedPostgres start() {
            var server = EmbeddedPostgres.start(DataFolder.open(Path.of("target/test-data")));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }

        /** The server is kept from run to run, since making one takes seconds; its content is not. */
        private static String fresh() {
            try (var connection = DriverManager.getConnection(SERVER.url(), EmbeddedPostgres.OWNER, SERVER.password());
                    var statement = connection.createStatement()) {
                statement.execute("drop database if exists test with (force)");
                statement.execute("create database test");
                return SERVER.url().replaceFirst("/[^/]+$", "/test");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                context, "zhangfa.data=target/test-home", "zhangfa.endpoint.allowed=localhost");
        if (System.getenv("ZHANGFA_DATABASE_URL") != null) {
            return;
        }
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                context,
                "zhangfa.database.url=" + Run.URL,
                "zhangfa.database.user=" + EmbeddedPostgres.OWNER,
                "zhangfa.database.password=" + Run.SERVER.password(),
                "zhangfa.database.connections=8");
    }
}
