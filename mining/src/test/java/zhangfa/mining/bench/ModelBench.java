package zhangfa.mining.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.conformance.Aligner;
import zhangfa.mining.conformance.TokenReplay;
import zhangfa.mining.discovery.InductiveMiner;
import zhangfa.mining.log.Variants;
import zhangfa.mining.net.Pnml;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.Reading;
import zhangfa.mining.tree.TreeNet;

/**
 * How fast models are found and compared with logs, in processor seconds of the whole JVM, beside the targets; first in
 * a cold JVM, then again with nothing remembered. Arguments: the folder for the generated log, its events (BPI Challenge
 * 2012 has 262,200). The rest is measured on the reference data, where it is there.
 */
final class ModelBench {

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int ROUNDS = 4;

    private ModelBench() {}

    public static void main(String[] arguments) throws Exception {
        var events = Integer.parseInt(arguments[1]);
        var file = Files.createDirectories(Path.of(arguments[0])).resolve("synthetic-" + events + ".csv");
        if (!Files.exists(file)) {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                SyntheticLog.write(events, SyntheticLog.SEED, out);
            }
        }
        System.out.printf("JDK %s, load %.1f%n", Runtime.version(), MACHINE.getSystemLoadAverage());
        measure(EventLogs.read(file, Reading.USUAL.withoutAttributes()).variants(), "synthetic", 0.5);
        var receipt = ReferenceData.variants("receipt");
        var found = Pnml.read(ReferenceData.file("models/receipt-imf02.pnml"));
        rounds(
                "alignments, receipt",
                1.0,
                () -> new Aligner(found).align(receipt).totalCost());
        measure(ReferenceData.variants("sepsis"), "sepsis", 0.5);
        measure(ReferenceData.variants("bpic2020-DomesticDeclarations"), "DomesticDeclarations", 0.5);
    }

    private static void measure(Variants variants, String name, double target) throws Exception {
        System.out.printf("%s: %,d cases, %,d variants%n", name, variants.cases(), variants.size());
        rounds("Inductive Miner, noise 0.2", target, () -> InductiveMiner.discover(variants, 0.2));
        var net = TreeNet.of(InductiveMiner.discover(variants, 0.2));
        rounds(
                "token replay on it",
                target,
                () -> new TokenReplay(net).replay(variants).missing());
        rounds("alignments with it", 0, () -> new Aligner(net).align(variants).totalCost());
    }

    private static void rounds(String name, double target, Callable<Object> work) throws Exception {
        System.out.print("  " + name + (target > 0 ? " (target " + target + "):" : ":"));
        for (var round = 0; round < ROUNDS; round++) {
            var start = MACHINE.getProcessCpuTime();
            work.call();
            System.out.printf(" %.3f", (MACHINE.getProcessCpuTime() - start) / 1e9);
        }
        System.out.println(" CPU s");
    }
}
