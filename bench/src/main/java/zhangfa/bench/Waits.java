package zhangfa.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** How long people waited, by what for. */
final class Waits {

    private Waits() {}

    static void print(List<Colleague.Wait> waits) {
        var kinds = new TreeMap<String, List<Double>>();
        for (var wait : waits) {
            kinds.computeIfAbsent(wait.what(), kind -> new ArrayList<>()).add(wait.millis());
        }
        System.out.printf("%-22s %9s %9s %9s %9s %9s%n", "milliseconds", "requests", "p50", "p95", "p99", "max");
        kinds.forEach((what, all) -> {
            var sorted = all.stream().sorted().toList();
            System.out.printf(
                    "%-22s %9d %9.1f %9.1f %9.1f %9.1f%n",
                    what, sorted.size(), at(sorted, 50), at(sorted, 95), at(sorted, 99), sorted.getLast());
        });
    }

    static long failed(List<Colleague.Wait> waits) {
        return waits.stream().filter(wait -> wait.status() >= 300).count();
    }

    private static double at(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
