package zhangfa.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks again and again until something is so; for what neither the browser nor a process can be asked to wait for. */
final class Eventually {

    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Eventually() {}

    static void within(Duration patience, BooleanSupplier condition) {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not so within " + patience);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }
}
