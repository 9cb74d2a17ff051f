package zhangfa.mining.conformance;

/** No run of the net reaches its last marking, so there is nothing that a case could be compared with. */
public final class UnsoundNetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsoundNetException() {
        super("No run of the net reaches its last marking");
    }
}
