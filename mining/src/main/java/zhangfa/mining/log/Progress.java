package zhangfa.mining.log;

import java.util.concurrent.CancellationException;

/**
 * Follows long work and may end it. It is told by the thread that works, about as often as a person would like to know, and should answer quickly.
 *
 * <p>What is counted depends on the work: bytes of the file as it lies there when reading, rows where it is SQLite; events or objects when writing; variants
 * when comparing with a model; activities that have found their place when discovering one; cases when simulating.
 */
@FunctionalInterface
public interface Progress {

    /** Nobody follows. */
    Progress NONE = (done, all) -> true;

    /** How much there is to do in a stream whose length nobody knows. */
    long UNKNOWN = -1;

    /**
     * Whether the work goes on.
     *
     * @param done how much is done
     * @param all how much there is to do, or {@link #UNKNOWN}
     * @return false to end the work, which then throws {@link CancellationException}
     */
    boolean goesOn(long done, long all);

    /**
     * Says how far the work is: for whoever does it.
     *
     * @throws CancellationException when it is to end
     */
    default void tell(long done, long all) {
        if (!goesOn(done, all)) {
            throw new CancellationException("The work was ended after " + done + (all < 0 ? "" : " of " + all));
        }
    }
}
