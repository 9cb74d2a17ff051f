package zhangfa.rulebook.document;

/** Why a document gives no text. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    /** What is the matter, in the terms of whoever sent it. */
    public enum Reason {
        /** Of a kind that is not read. */
        KIND,
        /** The old Word format. */
        OLD_WORD,
        DAMAGED,
        ENCRYPTED,
        /** It asks for files of this machine or of another. */
        ENTITIES,
        TOO_LARGE,
        TOO_SLOW,
        /** Pictures of pages: there is no text to read. */
        SCANNED,
        EMPTY
    }

    private final Reason reason;

    public Unreadable(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
