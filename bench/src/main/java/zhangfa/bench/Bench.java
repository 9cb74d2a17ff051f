package zhangfa.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.Zhangfa;
import zhangfa.identity.Accounts;
import zhangfa.process.Cases;
import zhangfa.process.Processes;

/**
 * Cases per second, start and two approvals each: the runtime with 1 and 8 threads and the API with 8 clients, in turn with the
 * plain-JDBC limit on the same PostgreSQL. What counts are the ratios within one run.
 */
final class Bench {

    private static final Duration WARM_UP = Duration.ofSeconds(Long.getLong("warm-up", 10));
    private static final Duration ROUND = Duration.ofSeconds(Long.getLong("seconds", 8));
    private static final int ROUNDS = Integer.getInteger("rounds", 4);
    private static final OperatingSystemMXBean JVM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final String ONLY = System.getProperty("only", "");

    private record Line(Contender contender, int threads) {

        String name() {
            return contender.name() + ", " + threads + (threads == 1 ? " thread" : " threads");
        }
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("zhangfa.data", System.getProperty("zhangfa.data", "bench/target/data"));
        System.setProperty("server.port", "0");
        System.setProperty("zhangfa.database.connections", "12");
        var context = (ServletWebServerApplicationContext) SpringApplication.run(Zhangfa.class);
        try (context) {
            var jdbc = context.getBean(JdbcClient.class);
            var limit = new PlainJdbc(context.getBean(DataSource.class));
            var runtime = new CaseRuntime(
                    context.getBean(Processes.class),
                    context.getBean(Cases.class),
                    context.getBean(Accounts.class),
                    jdbc);
            var http =
                    new OverHttp(Objects.requireNonNull(context.getWebServer()).getPort());
            var lines = Stream.concat(
                            Stream.of(
                                    new Line(limit, 1),
                                    new Line(runtime, 1),
                                    new Line(limit, 8),
                                    new Line(runtime, 8),
                                    new Line(http, 8)),
                            peers(context.getBean(DataSource.class)))
                    .filter(line -> line.name().contains(ONLY))
                    .toList();
            var server = Server.of(jdbc);
            for (var line : lines) {
                round(line, WARM_UP, server);
            }
            jdbc.sql("analyze").update();
            print(measured(lines, server), http.inboxMillis());
        }
    }

    /** Other engines, where asked for with {@code -Dpeers=true}: their tables take a while to make. */
    private static Stream<Line> peers(DataSource database) throws SQLException {
        return Boolean.getBoolean("peers")
                ? Stream.of(
                                new Operaton(database, "full"),
                                new Operaton(database, "none"),
                                new Flowable(database, "full"),
                                new Flowable(database, "none"))
                        .map(peer -> new Line(peer, 8))
                : Stream.empty();
    }

    /** What one round of a line gave: cases per second by the clock, and the processor time of a case, load generator included. */
    private record Round(double casesPerSecond, double jvmMillis, double databaseMillis) {}

    private static Map<Line, List<Round>> measured(List<Line> lines, Server server) throws Exception {
        var measured = new LinkedHashMap<Line, List<Round>>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var line : lines) {
                measured.computeIfAbsent(line, key -> new ArrayList<>()).add(round(line, ROUND, server));
            }
        }
        return measured;
    }

    private static Round round(Line line, Duration time, Server server)
            throws InterruptedException, ExecutionException {
        var done = new LongAdder();
        var cpu = JVM.getProcessCpuTime();
        var database = server.cpu();
        var end = System.nanoTime() + time.toNanos();
        try (var workers = Executors.newFixedThreadPool(line.threads())) {
            var jobs = new ArrayList<Callable<Void>>();
            for (int i = 0; i < line.threads(); i++) {
                jobs.add(() -> {
                    while (System.nanoTime() < end) {
                        done.add(line.contender().cases());
                    }
                    return null;
                });
            }
            for (var result : workers.invokeAll(jobs)) {
                result.get();
            }
        }
        var cases = Math.max(1, done.sum());
        return new Round(
                cases / (time.toNanos() / 1e9),
                (JVM.getProcessCpuTime() - cpu) / 1e6 / cases,
                server.cpu().minus(database).toNanos() / 1e6 / cases);
    }

    private static void print(Map<Line, List<Round>> measured, double inboxMillis) {
        System.out.printf(
                "%-26s %10s %10s %10s %12s %12s %12s%n",
                "cases/s", "median", "min", "max", "of the limit", "JVM ms/case", "PG ms/case");
        measured.forEach((line, rounds) -> {
            var speeds = sorted(rounds, Round::casesPerSecond);
            var limit = measured.entrySet().stream()
                    .filter(other -> other.getKey().contender() instanceof PlainJdbc
                            && other.getKey().threads() == line.threads())
                    .mapToDouble(other -> median(sorted(other.getValue(), Round::casesPerSecond)))
                    .findFirst()
                    .orElse(Double.NaN);
            System.out.printf(
                    "%-26s %10.0f %10.0f %10.0f %12.2f %12.2f %12.2f%n",
                    line.name(),
                    median(speeds),
                    speeds.getFirst(),
                    speeds.getLast(),
                    median(speeds) / limit,
                    median(sorted(rounds, Round::jvmMillis)),
                    median(sorted(rounds, Round::databaseMillis)));
        });
        System.out.printf("page of 50 inbox rows over HTTP, alone: median %.1f ms%n", inboxMillis);
    }

    private static List<Double> sorted(List<Round> rounds, Function<Round, Double> figure) {
        return rounds.stream().map(figure).sorted().toList();
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
