package zhangfa.mining.log;

/** A log has more events, or longer names all together, than one array of the JVM can hold: about two thousand million. */
public final class LogTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogTooLarge(String message) {
        super(message);
    }
}
