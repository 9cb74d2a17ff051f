package zhangfa.bench;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.Zhangfa;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.process.Cases;
import zhangfa.process.Processes;

/**
 * How late time limits fire while many others wait: cases whose limits come due spread over a minute, then all in a row, on the
 * product's own runtime and PostgreSQL. Late is what passes from a limit until what it did is written in the journal.
 */
final class TimerBench {

    private static final int WAITING = Integer.getInteger("waiting", 100_000);
    private static final int DUE = Integer.getInteger("due", 2_000);
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final int STARTERS = 4;

    private static final String PROCESS = "bench-timers";

    private static final String BPMN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="bench">
              <bpmn:process id="bench-timers" name="Timers" isExecutable="true">
                <bpmn:startEvent id="start"/>
                <bpmn:userTask id="head" name="Head" zhangfa:kind="approval">
                  <bpmn:extensionElements><zhangfa:assignment strategy="person" person="head1"/><zhangfa:limit within="PTxS" unit="wall"/></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="head"/>
                <bpmn:sequenceFlow id="b" sourceRef="head" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String LATENESS = """
            select extract(epoch from e.recorded_at - t.due_at)::float8 as late
            from process.case c join process.task t on t.case_id = c.id join journal.entry e on e.stream = c.id and e.kind = 'timer_fired'
            where c.process = ? and c.started_at >= ? order by 1""";

    private final Processes processes;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final Account starter;

    private TimerBench(Processes processes, Cases cases, Accounts accounts, JdbcClient jdbc) {
        this.processes = processes;
        this.cases = cases;
        this.jdbc = jdbc;
        this.starter = accounts.named("staff1").orElseThrow();
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("zhangfa.data", System.getProperty("zhangfa.data", "bench/target/timers"));
        System.setProperty("server.port", "0");
        try (var context = SpringApplication.run(Zhangfa.class)) {
            var bench = new TimerBench(
                    context.getBean(Processes.class),
                    context.getBean(Cases.class),
                    context.getBean(Accounts.class),
                    context.getBean(JdbcClient.class));
            bench.fill();
            System.out.printf("%-34s %7s %7s %7s %7s%n", "seconds late", "timers", "p50", "p99", "max");
            bench.line("warm-up", bench.run(200, 5, Duration.ZERO));
            bench.line("due over a minute", bench.run(DUE, 75, MINUTE));
            bench.line("due as fast as cases are started", bench.run(DUE, 30, Duration.ZERO));
        }
    }

    /** Timers of next year, in the table that every poll looks through. */
    private void fill() {
        jdbc.sql("delete from job.job where execution_time > now() + interval '300 days'")
                .update();
        jdbc.sql("""
                        insert into job.job (task_name, task_instance, task_data, execution_time)
                        select 'process.timer', gen_random_uuid()::text, ''::bytea, now() + interval '1 year' + n * interval '1 second'
                        from generate_series(1, ?) as n""").param(WAITING).update();
        jdbc.sql("analyze job.job").update();
    }

    private List<Double> run(int count, int seconds, Duration over) throws InterruptedException, ExecutionException {
        processes.handIn(
                new Processes.Draft(BPMN.replace("PTxS", "PT" + seconds + "S"), null, null, List.of()), true, null);
        var begin = Instant.now();
        var all = new ArrayList<Future<?>>();
        try (var starters = Executors.newScheduledThreadPool(STARTERS)) {
            for (int i = 0; i < count; i++) {
                var started = starters.schedule(this::start, over.toNanos() * i / count, TimeUnit.NANOSECONDS);
                all.add(started);
            }
            for (var started : all) {
                started.get();
            }
        }
        var late = lateness(begin);
        while (late.size() < count) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            late = lateness(begin);
        }
        return late;
    }

    private void start() {
        cases.start(starter, new Cases.Wish(PROCESS, Map.of("title", "bench"), null, null));
    }

    private List<Double> lateness(Instant begin) {
        return jdbc.sql(LATENESS)
                .params(PROCESS, Timestamp.from(begin))
                .query((row, number) -> row.getDouble("late"))
                .list();
    }

    private void line(String name, List<Double> late) {
        System.out.printf(
                "%-34s %7d %7.2f %7.2f %7.2f%n",
                name,
                late.size(),
                late.get(late.size() / 2),
                late.get(Math.min(late.size() - 1, late.size() * 99 / 100)),
                late.getLast());
    }
}
