package zhangfa.process;

/** An error of the business that the action of a service task throws for its model to catch; uncaught, it ends the case as failed. */
public final class FlowError extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param code as error events of models name it */
    public FlowError(String code) {
        super(code, null, false, false);
    }

    public String code() {
        return String.valueOf(getMessage());
    }
}
