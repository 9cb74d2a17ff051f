package zhangfa.job.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import zhangfa.database.Keys;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.job.Retries;

/** Nodes of a test, each with its own way to the database, which can be cut as when its machine dies. */
final class Nodes implements AutoCloseable {

    private static final JobSettings QUICK = new JobSettings(4, Duration.ofMillis(100), Duration.ofMillis(20));
    private static final int PATIENCE_SECONDS = 60;

    private final DataSource database;
    private final List<Node> running = new ArrayList<>();

    /** A kind of job that no other test knows. */
    final String kind = "test." + Keys.next();

    /** What reached the handler, in order. */
    final BlockingQueue<Job> done = new LinkedBlockingQueue<>();

    Nodes(DataSource database) {
        this.database = database;
    }

    /** What a handler of a test does with a job. */
    interface Work {
        void on(Job job) throws Exception;
    }

    Line start(Work work) {
        return start(kind, new Retries(3, Duration.ofMillis(2), Duration.ofMillis(4)), work);
    }

    Line start(String kind, Retries retries, Work work) {
        var line = new Line(database);
        var node = Node.of(
                line, List.of(handler(kind, retries, work)), List.of(), QUICK, line.ledger(), Clock.systemUTC());
        running.add(node);
        node.start();
        return line;
    }

    Line startNoting() {
        return start(done::add);
    }

    Job next() throws InterruptedException {
        var job = done.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (job == null) {
            throw new AssertionError("No job of kind " + kind + " came");
        }
        return job;
    }

    /** Lets all nodes end what they do. */
    void stop() {
        running.forEach(Node::close);
        running.clear();
    }

    @Override
    public void close() {
        stop();
        var jdbc = JdbcClient.create(database);
        jdbc.sql("delete from job.job where task_name like ? || '%'")
                .param(kind)
                .update();
        jdbc.sql("delete from job.dead_letter where kind like ? || '%'")
                .param(kind)
                .update();
    }

    private static JobHandler handler(String kind, Retries retries, Work work) {
        return new JobHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void run(Job job) throws Exception {
                work.on(job);
            }

            @Override
            public Retries retries() {
                return retries;
            }
        };
    }

    /** A node's way to the database. */
    static final class Line extends DelegatingDataSource {

        private final AtomicBoolean cut = new AtomicBoolean();

        Line(DataSource database) {
            super(database);
        }

        void cut() {
            cut.set(true);
        }

        Ledger ledger() {
            return new Ledger(JdbcClient.create(this));
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (cut.get()) {
                throw new SQLException("The node is dead");
            }
            return super.getConnection();
        }
    }
}
