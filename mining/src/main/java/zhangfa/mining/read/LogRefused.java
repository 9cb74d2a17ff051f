package zhangfa.mining.read;

/** A file cannot be read as an event log; its message says where and why. */
public final class LogRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final long column;
    private final String reasonCode;

    LogRefused(long line, long column, String reasonCode, String reason) {
        super(place(line, column) + reason);
        this.line = line;
        this.column = column;
        this.reasonCode = reasonCode;
    }

    LogRefused(String reasonCode, String reason) {
        this(0, 0, reasonCode, reason);
    }

    private static String place(long line, long column) {
        if (line == 0) {
            return "";
        }
        return column == 0 ? "line " + line + ": " : "line " + line + ", column " + column + ": ";
    }

    /** Counted from 1; 0 where there is no single place. */
    public long line() {
        return line;
    }

    /** Counted from 1; 0 where only the line is known. */
    public long column() {
        return column;
    }

    /** A stable code for programs and translations, such as {@code not-a-time}. */
    public String reasonCode() {
        return reasonCode;
    }
}
