package zhangfa.database.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server on the data folder: durable, closed to everybody but the owner of the folder, on loopback.
 * A server that a crash left running is used on, one that dies is started again, and no data is ever deleted.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String OWNER = "zhangfa";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int ATTEMPTS = 5;

    private final DataFolder folder;
    private final Programs programs;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watch =
            Thread.ofPlatform().name("postgres-watch").daemon().unstarted(this::watch);

    private EmbeddedPostgres(DataFolder folder, Programs programs, int port) {
        this.folder = folder;
        this.programs = programs;
        this.port = port;
    }

    /** Starts the server, or joins the one that runs; takes over the folder, also to give it free when this fails. */
    public static EmbeddedPostgres start(DataFolder folder) {
        var server = running(folder);
        server.watch.start();
        try {
            server.ensureDatabase();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Where the server of a folder listens that another application has started. */
    public static String urlOf(DataFolder folder) {
        return url(Postmaster.on(folder.cluster()).map(Postmaster::port).orElseGet(folder::port), OWNER);
    }

    public static String passwordOf(DataFolder folder) {
        return folder.password();
    }

    public String url() {
        return url(port, OWNER);
    }

    public String password() {
        return folder.password();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        programs.stop(folder);
        folder.close();
    }

    private static EmbeddedPostgres running(DataFolder folder) {
        try {
            var programs = Programs.on(folder);
            Cluster.ensure(folder, programs);
            return new EmbeddedPostgres(folder, programs, run(folder, programs));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static int run(DataFolder folder, Programs programs) {
        awaitStopping(folder.cluster());
        var running = Postmaster.on(folder.cluster());
        if (running.isPresent()) {
            log.info(
                    "Using the PostgreSQL that an earlier run left on port {}",
                    running.get().port());
            folder.remember(running.get().port());
            return running.get().port();
        }
        for (var attempt = 1; ; attempt++) {
            if (!Postmaster.isFree(folder.port())) {
                folder.remember(Integer.parseInt(DataFolder.freePort()));
            }
            Postmaster.clearLeftovers(folder.cluster());
            try {
                programs.start(folder, folder.port());
                return folder.port();
            } catch (DatabaseRefused e) {
                if (attempt == ATTEMPTS || Postmaster.isFree(folder.port())) {
                    throw e;
                }
            }
        }
    }

    /** Whoever stopped it a moment ago is let finish. */
    private static void awaitStopping(Path cluster) {
        try {
            for (var waited = 0;
                    waited < 600
                            && Postmaster.on(cluster)
                                    .filter(Postmaster::isStopping)
                                    .isPresent();
                    waited++) {
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!closing.await(250, TimeUnit.MILLISECONDS)) {
                if (Postmaster.on(folder.cluster()).isEmpty()) {
                    startAgain();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On the same port, since the application's connections know no other. */
    private void startAgain() {
        log.warn("PostgreSQL has ended without being asked to; starting it again");
        try {
            Postmaster.clearLeftovers(folder.cluster());
            programs.start(folder, port);
            log.warn("PostgreSQL runs again");
        } catch (RuntimeException e) {
            log.error("PostgreSQL could not be started again, trying on: {}", e.getMessage());
        }
    }

    private void ensureDatabase() {
        try (var connection = connect();
                var found = connection
                        .createStatement()
                        .executeQuery("select 1 from pg_database where datname = '" + OWNER + "'")) {
            if (!found.next()) {
                connection.createStatement().execute("create database " + OWNER);
            }
        } catch (SQLException e) {
            throw DatabaseRefused.said(String.valueOf(e.getMessage()));
        }
    }

    /** A server that was found half way through its start, its recovery or its death is waited for. */
    private Connection connect() throws SQLException {
        for (var waited = 0; ; waited++) {
            try {
                return DriverManager.getConnection(url(port, "postgres"), OWNER, password());
            } catch (SQLException e) {
                if (waited == 600 || !isPassing(String.valueOf(e.getSQLState()))) {
                    throw e;
                }
            }
            try {
                if (closing.await(100, TimeUnit.MILLISECONDS)) {
                    throw new SQLException("Closed while connecting");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException(e);
            }
        }
    }

    /** No connection (class 08), or a server that is starting or ending (57P). */
    private static boolean isPassing(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }
}
