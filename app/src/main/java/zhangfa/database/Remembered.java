package zhangfa.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is read all the time and changed rarely, kept in memory as one immutable value until its version in the database
 * changes. A change made on this node shows at once after its commit, another node's within a second.
 */
public final class Remembered<T> {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private record Known<T>(T value, Object version, long checked, long round) {}

    private final TransactionTemplate reading;
    private final Supplier<Object> version;
    private final Supplier<T> load;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final AtomicLong round = new AtomicLong();
    private volatile @Nullable Known<T> known;

    /** Version and value are read in one snapshot of their own, never inside the caller's uncommitted transaction. */
    public Remembered(PlatformTransactionManager transactions, Supplier<Object> version, Supplier<T> load) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.reading.setReadOnly(true);
        this.version = version;
        this.load = load;
    }

    public T value() {
        var seen = known;
        if (seen != null && isFresh(seen)) {
            return seen.value();
        }
        // Another node's change may wait for whoever reads already; one of this node shows at once.
        if (!refreshing.tryLock()) {
            if (seen != null && seen.round() == round.get()) {
                return seen.value();
            }
            refreshing.lock();
        }
        try {
            return refreshed();
        } finally {
            refreshing.unlock();
        }
    }

    /** To be called inside the transaction of a change. */
    public void forgetAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            round.incrementAndGet();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                round.incrementAndGet();
            }
        });
    }

    private boolean isFresh(Known<T> seen) {
        return seen.round() == round.get() && System.nanoTime() - seen.checked() < FRESH;
    }

    private T refreshed() {
        var seen = known;
        if (seen != null && isFresh(seen)) {
            return seen.value();
        }
        var now = System.nanoTime();
        var current = round.get();
        var fresh = Connections.aside(() -> reading.execute(status -> {
            var today = version.get();
            var value = seen != null && seen.version().equals(today) ? seen.value() : load.get();
            return new Known<>(value, today, now, current);
        }));
        known = fresh;
        return fresh.value();
    }
}
