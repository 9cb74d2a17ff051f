package zhangfa.mining.read;

/** Follows a long reading and may end it. */
@FunctionalInterface
public interface Watch {

    /** Nobody watches. */
    Watch NONE = bytes -> true;

    /**
     * Called after about every 64 KB.
     *
     * @param bytes how many of the file were read, before they are unpacked
     * @return false to end the reading, which then throws {@link java.util.concurrent.CancellationException}
     */
    boolean goesOn(long bytes);
}
