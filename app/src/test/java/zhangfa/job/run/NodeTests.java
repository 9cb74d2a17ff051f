package zhangfa.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.CompanyTest;
import zhangfa.database.RoundTrip;
import zhangfa.job.Job;
import zhangfa.job.Jobs;
import zhangfa.job.Retries;

/** Jobs are done once their transaction committed, by one node at a time, whatever becomes of the nodes. */
@CompanyTest
class NodeTests {

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private Nodes nodes;

    @BeforeEach
    void noNodes() {
        nodes = new Nodes(database);
    }

    @AfterEach
    void noNodesAnyMore() {
        nodes.close();
    }

    @Test
    void whatIsDueRunsWithItsIdAndData() throws Exception {
        jobs.schedule(job("one", "给张三的提醒 \"1\""));
        nodes.startNoting();
        assertThat(nodes.next()).returns("one", Job::id).returns("给张三的提醒 \"1\"", Job::data);
        nodes.stop();
        assertThat(waiting()).isZero();
    }

    @Test
    void whatIsRolledBackNeverWas() throws Exception {
        nodes.startNoting();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jobs.schedule(job("rolled-back", ""));
            status.setRollbackOnly();
        });
        jobs.schedule(job("committed", ""));
        assertThat(nodes.next().id()).isEqualTo("committed");
    }

    @Test
    void oneRoundTripSchedulesAndCancels() throws Exception {
        jobs.schedule(job("not-wanted", ""));
        var trip = new RoundTrip();
        Jobs.cancel(nodes.kind, List.of("not-wanted", "unknown"), trip);
        Jobs.schedule(List.of(job("a", ""), job("b", "")), trip);
        var connection = DataSourceUtils.getConnection(database);
        assertThat(trip.run(connection)).containsExactly(1, 2);
        DataSourceUtils.releaseConnection(connection, database);
        nodes.startNoting();
        assertThat(List.of(nodes.next().id(), nodes.next().id())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void theSameJobAgainMovesIt() throws Exception {
        jobs.schedule(new Job(nodes.kind, "timer", clock.instant().plusSeconds(3600), "old"));
        jobs.schedule(job("timer", "new"));
        nodes.startNoting();
        assertThat(nodes.next().data()).isEqualTo("new");
        assertThat(nodes.done).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgain() throws Exception {
        var attempts = new AtomicInteger();
        jobs.schedule(job("flaky", ""));
        nodes.start(job -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            nodes.done.add(job);
        });
        nodes.next();
        assertThat(attempts).hasValue(3);
        assertThat(letters()).isEmpty();
    }

    @Test
    void whatFailsForGoodIsKeptWithItsReason() throws Exception {
        var last = new CountDownLatch(3);
        jobs.schedule(job("hopeless", "{}"));
        nodes.start(job -> {
            last.countDown();
            throw new java.io.IOException("mailbox unavailable");
        });
        last.await();
        nodes.stop();
        assertThat(letters()).containsExactly("hopeless {} 3 IOException: mailbox unavailable");
        assertThat(waiting()).isZero();
    }

    @Test
    void whatIsScheduledAnewWhileItRunsRunsOnceMore() throws Exception {
        jobs.schedule(job("again", "first"));
        nodes.start(job -> {
            if (job.data().equals("first")) {
                jobs.schedule(job("again", "second"));
            }
            nodes.done.add(job);
        });
        assertThat(nodes.next().data()).isEqualTo("first");
        assertThat(nodes.next().data()).isEqualTo("second");
    }

    @Test
    void whatIsCancelledWhileItRunsIsNotTriedAgain() throws Exception {
        jobs.schedule(job("cancelled", ""));
        nodes.start(job -> {
            nodes.done.add(job);
            jobs.cancel(nodes.kind, List.of(job.id()));
            throw new IllegalStateException("too late");
        });
        nodes.next();
        nodes.stop();
        assertThat(nodes.done).isEmpty();
        assertThat(waiting()).isZero();
        assertThat(letters()).isEmpty();
    }

    @Test
    void aNodeLeavesWhatItDoesNotKnow() throws Exception {
        var newer = nodes.kind + ".newer";
        jobs.schedule(new Job(newer, "x", clock.instant(), ""), job("known", ""));
        nodes.startNoting();
        nodes.next();
        assertThat(jdbc.sql("select picked from job.job where task_name = ?")
                        .param(newer)
                        .query(Boolean.class)
                        .single())
                .isFalse();
        nodes.start(newer, Retries.USUAL, nodes.done::add);
        assertThat(nodes.next().kind()).isEqualTo(newer);
    }

    @Test
    void ofSeveralNodesEachJobHasOne() throws Exception {
        jobs.schedule(many(300));
        nodes.startNoting();
        nodes.startNoting();
        nodes.startNoting();
        var seen = new HashSet<String>();
        for (int i = 0; i < 300; i++) {
            assertThat(seen.add(nodes.next().id())).isTrue();
        }
        nodes.stop();
        assertThat(nodes.done).isEmpty();
        assertThat(waiting()).isZero();
    }

    /** The dead node had begun jobs and may even have done them: their effect, keyed by the job's id, is there once. */
    @Test
    void whatAKilledNodeHadBegunOthersFinish() throws Exception {
        jobs.schedule(many(100));
        Set<String> effects = ConcurrentHashMap.newKeySet();
        var begun = new CountDownLatch(4);
        var never = new CountDownLatch(1);
        var dying = nodes.start(job -> {
            if (begun.getCount() % 2 == 0) {
                effects.add(job.id());
            }
            begun.countDown();
            never.await();
        });
        begun.await();
        dying.cut();
        nodes.start(job -> {
            effects.add(job.id());
            nodes.done.add(job);
        });
        for (int i = 0; i < 100; i++) {
            nodes.next();
        }
        assertThat(effects).hasSize(100);
        never.countDown();
        nodes.stop();
        assertThat(nodes.done).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void oneThatIsDueDoesNotWaitForTheHundredThousandThatAreNot() throws Exception {
        jdbc.sql("""
                        insert into job.job (task_name, task_instance, task_data, execution_time)
                        select ?, 'later ' || n, '', now() + interval '1 day' + n * interval '1 second' from generate_series(1, 100000) n""").param(nodes.kind).update();
        nodes.startNoting();
        jobs.schedule(job("now", ""));
        assertThat(nodes.next().id()).isEqualTo("now");
        assertThat(nodes.done).isEmpty();
        assertThat(waiting()).isGreaterThanOrEqualTo(100_000);
    }

    private Job job(String id, String data) {
        return new Job(nodes.kind, id, clock.instant().minus(Duration.ofSeconds(1)), data);
    }

    private Job[] many(int count) {
        return IntStream.range(0, count).mapToObj(i -> job("job " + i, "")).toArray(Job[]::new);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from job.job where task_name = ?")
                .param(nodes.kind)
                .query(Long.class)
                .single();
    }

    private List<String> letters() {
        return jdbc.sql("select concat_ws(' ', job, data, attempts, trouble) from job.dead_letter where kind = ?")
                .param(nodes.kind)
                .query(String.class)
                .list();
    }
}
