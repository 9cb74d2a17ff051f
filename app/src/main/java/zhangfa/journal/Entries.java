package zhangfa.journal;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads entries from rows of {@code journal.entry}. */
public final class Entries {

    private Entries() {}

    public static Entry read(ResultSet row) throws SQLException {
        return Journal.entry(row);
    }
}
