package zhangfa.flow;

/** A command that the case, as it stands, does not allow; nothing has changed. */
public final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a command was refused. */
    public enum Reason {
        /** The case was started already, has not been started, or has ended. */
        NOT_RUNNING,
        /** The case stands still until it is resumed. */
        SUSPENDED,
        /** The task, question or incident is not open any more, or never was. */
        STALE,
        /** Somebody else has claimed the task. */
        TAKEN,
        /** The actor is neither assignee nor candidate, or not the initiator where only the initiator may act. */
        NOT_YOURS,
        /** The action does not fit the kind of the task or what has happened since. */
        NOT_ALLOWED,
        /** The step named as target does not exist or was not done before. */
        NO_SUCH_STEP,
        /** The model multiplies its tokens beyond every use within one command. */
        TOO_MANY_TOKENS
    }

    private final Reason reason;

    CommandRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
