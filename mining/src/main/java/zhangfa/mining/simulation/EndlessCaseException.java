package zhangfa.mining.simulation;

/** A case of this scenario comes to no end: it goes round in circles, or becomes more and more. */
public final class EndlessCaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EndlessCaseException() {
        super("A case of this model comes to no end: no weight leads out of a loop, or its work becomes more and more");
    }
}
