package zhangfa.mining.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Progress;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.Reading;
import zhangfa.mining.statistics.DirectlyFollows;
import zhangfa.mining.statistics.Durations;
import zhangfa.mining.write.EventLogOutput;

/**
 * How fast logs are read, counted and simulated, in processor seconds of the whole JVM (its compiler and collector included), beside the targets. Arguments:
 * the folder for generated logs, then events of the CSV log and of the XES log. Simulation comes last.
 */
final class MiningBench {

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final int SIMULATED_CASES = 100_000;

    private final Path folder;

    private MiningBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new MiningBench(Files.createDirectories(Path.of(arguments[0])));
        var csv = bench.csv(Integer.parseInt(arguments[1]));
        var xes = bench.xes(Integer.parseInt(arguments[2]));
        System.out.printf(
                "JDK %s, %d processors, load %.1f, heap at most %d MB%n",
                Runtime.version(),
                MACHINE.getAvailableProcessors(),
                MACHINE.getSystemLoadAverage(),
                Runtime.getRuntime().maxMemory() >> 20);
        bench.csv(csv);
        bench.xes(xes);
        simulation();
    }

    private static void simulation() throws Exception {
        for (var round = 1; round <= 4; round++) {
            var cpu = MACHINE.getProcessCpuTime();
            var events = SimulationBench.play(SIMULATED_CASES);
            var seconds = (MACHINE.getProcessCpuTime() - cpu) / 1e9;
            System.out.printf(
                    "simulation, round %d: %,d events in %.2f CPU s, %,.0f a second (target 200,000)%n",
                    round, events, seconds, events / seconds);
        }
    }

    private void csv(Path file) throws Exception {
        var log = measured("CSV → log", 5.0, () -> EventLogs.read(file, Reading.USUAL.withoutAttributes()));
        System.out.printf(
                "  %,d events, %,d cases; core columns %.1f bytes an event%n",
                log.events(), log.cases(), (double) log.coreBytes() / log.events());
        System.gc();
        var memory = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                "  heap in use %d MB: %.1f bytes an event, names included%n",
                memory >> 20, (double) memory / log.events());
        measured("graph + variants + durations, first time", 0.5, () -> counted(log));
        var times = new double[7];
        for (var i = 0; i < times.length; i++) {
            var start = MACHINE.getProcessCpuTime();
            counted(log);
            times[i] = (MACHINE.getProcessCpuTime() - start) / 1e9;
        }
        Arrays.sort(times);
        System.out.printf(
                "  again, median of %d: %.3f CPU s (%.3f to %.3f)%n",
                times.length, times[times.length / 2], times[0], times[times.length - 1]);
    }

    private void xes(Path file) throws Exception {
        for (var round = 1; round <= 3; round++) {
            var log = measured(
                    "XES → log, all attributes, round " + round, 20.7 / 10, () -> EventLogs.read(file, Reading.USUAL));
            System.out.printf("  %,d events%n", log.events());
        }
    }

    private static long counted(EventLog log) {
        return DirectlyFollows.of(log).edges().size()
                + log.variants().size()
                + Durations.ofCases(log).count();
    }

    private static <T> T measured(String what, double target, Callable<T> work) throws Exception {
        var cpu = MACHINE.getProcessCpuTime();
        var clock = System.nanoTime();
        var result = work.call();
        var cpuSeconds = (MACHINE.getProcessCpuTime() - cpu) / 1e9;
        System.out.printf(
                "%s: %.2f CPU s (target %.2f), %.2f s on the clock%n",
                what, cpuSeconds, target, (System.nanoTime() - clock) / 1e9);
        return result;
    }

    private Path csv(int events) throws IOException {
        var file = folder.resolve("synthetic-" + events + ".csv");
        if (!Files.exists(file)) {
            System.err.println("Generating " + file + " …");
            var part = folder.resolve("part");
            try (var out = Files.newOutputStream(part)) {
                SyntheticLog.write(events, SyntheticLog.SEED, out);
            }
            Files.move(part, file);
        }
        return file;
    }

    private Path xes(int events) throws Exception {
        var file = folder.resolve("synthetic-" + events + ".xes");
        if (!Files.exists(file)) {
            var log = EventLogs.read(csv(events), Reading.USUAL);
            try (var out = Files.newOutputStream(file)) {
                EventLogOutput.writeXes(log, out, Progress.NONE);
            }
        }
        return file;
    }
}
