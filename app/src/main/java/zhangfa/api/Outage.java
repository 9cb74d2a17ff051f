package zhangfa.api;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells that the database is away for a moment, as after it was killed, from a failure of ours. */
final class Outage {

    /** Seconds after which it is worth asking again. */
    static final String RETRY_AFTER = "3";

    private Outage() {}

    static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException sql && isOutage(String.valueOf(sql.getSQLState())))) {
                return true;
            }
        }
        return false;
    }

    /** No connection (class 08), or a server that is starting or ending (57P). */
    private static boolean isOutage(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }
}
