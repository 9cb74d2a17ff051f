package zhangfa.mining.command;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import zhangfa.mining.log.Progress;

/**
 * A person at a terminal: sees in one line how far the work is, and ends it with Ctrl-C. Then the work is asked to end and gets some time to take away what it
 * has begun. Used by one thread; another asks it to end.
 */
final class Terminal implements Follower {

    private static final long NANOS_BETWEEN_LINES = 200_000_000;
    private static final int SECONDS_TO_END = 5;
    private static final String CLEARED_LINE = "\r\033[K";

    private final PrintStream screen;
    private final boolean shows;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean asked;
    private long shown = System.nanoTime();
    private boolean isShown;

    /** @param shows whether the stream is a screen, on which a line can be written over */
    Terminal(PrintStream screen, boolean shows) {
        this.screen = screen;
        this.shows = shows;
    }

    @Override
    public Progress during(String doing) {
        return (done, all) -> {
            var now = System.nanoTime();
            if (shows && now - shown > NANOS_BETWEEN_LINES) {
                shown = now;
                isShown = true;
                screen.print(CLEARED_LINE + doing + (all > 0 ? " %d %%".formatted(100 * done / all) : " " + done));
                screen.flush();
            }
            return !asked;
        };
    }

    /** Asks the work to end, and waits until it has. */
    void end() {
        asked = true;
        try {
            var inTime = over.await(SECONDS_TO_END, TimeUnit.SECONDS);
            if (!inTime) {
                screen.println("The work does not end; it is stopped as it is");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work has ended, in whatever way. */
    void done() {
        clear();
        over.countDown();
    }

    private void clear() {
        if (isShown) {
            screen.print(CLEARED_LINE);
            screen.flush();
        }
    }
}
