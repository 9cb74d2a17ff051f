package zhangfa.database;

import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** One real PostgreSQL for all tests of a run, or the one that ZHANGFA_DATABASE_URL names. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Cluster {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            var server = EmbeddedPostgres.start(DataFolder.open(Path.of("target/test-data")));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, "zhangfa.data=target/test-home");
        if (System.getenv("ZHANGFA_DATABASE_URL") != null) {
            return;
        }
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                context,
                "zhangfa.database.url=" + Cluster.SERVER.url(),
                "zhangfa.database.user=" + EmbeddedPostgres.OWNER,
                "zhangfa.database.password=" + Cluster.SERVER.password(),
                "zhangfa.database.connections=8");
    }
}
