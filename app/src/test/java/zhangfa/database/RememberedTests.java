package zhangfa.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

class RememberedTests {

    private final AtomicInteger stored = new AtomicInteger(1);
    private final AtomicBoolean slow = new AtomicBoolean();
    private final CountDownLatch reads = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Remembered<Integer> remembered = new Remembered<>(new NoDatabase(), stored::get, this::load);

    private Integer load() {
        var value = stored.get();
        if (slow.get()) {
            reads.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return value;
    }

    @Test
    void whoeverChangedSomethingSeesItThoughAnotherReadsAtThatMoment() throws Exception {
        assertThat(remembered.value()).isEqualTo(1);
        change(2);
        slow.set(true);
        var another = new FutureTask<>(remembered::value);
        Thread.ofPlatform().start(another);
        reads.await();
        slow.set(false);
        change(3);
        var own = new FutureTask<>(remembered::value);
        var thread = Thread.ofPlatform().start(own);
        while (!own.isDone() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        assertThat(own.get()).isEqualTo(3);
        assertThat(another.get()).isEqualTo(2);
    }

    private void change(int value) {
        stored.set(value);
        remembered.forgetAfterCommit();
    }

    private static final class NoDatabase implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
