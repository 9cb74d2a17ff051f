package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A long proof: goes on past a difference and counts them all. The line it ends with is taken into {@code docs/check.md}. */
final class Proof {

    private static final int SHOWN = 5;

    private final String name;
    private final Queue<String> differences = new ConcurrentLinkedQueue<>();

    Proof(String name) {
        this.name = name;
    }

    /** One comparison; what throws is a difference. */
    void of(Object model, Runnable comparison) {
        try {
            comparison.run();
        } catch (AssertionError | RuntimeException different) {
            differences.add(model + "\n" + different);
            if (differences.size() <= SHOWN) {
                System.out.printf("%s: %s%n%s%n", name, model, different);
            }
        }
    }

    void conclude(String looked, String seed) {
        System.out.printf("%ncheck| %s | %s | %d | %s |%n", name, looked, differences.size(), seed);
        assertThat(List.copyOf(differences)).as(name).isEmpty();
    }
}
