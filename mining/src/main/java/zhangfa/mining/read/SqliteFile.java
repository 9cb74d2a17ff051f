package zhangfa.mining.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import zhangfa.mining.log.Progress;

/**
 * A SQLite file that anybody may have written. Pages that lead in a circle are found before anything is read; only real tables are read, never views, which
 * could compute without end; and what rows say may be longer than the file, as columns with a default are, but not much.
 */
final class SqliteFile implements AutoCloseable {

    private static final int LONGEST_TEXT = 1 << 24;
    private static final int MOST_TIMES_ITS_LENGTH = 16;
    private static final int STEPS_BETWEEN_LOOKS = 100_000;

    private final Connection database;
    private final Progress progress;
    private long charactersLeft;
    private long rows;
    private long allRows = Progress.UNKNOWN;

    private SqliteFile(Connection database, long length, Progress progress) {
        this.database = database;
        this.progress = progress;
        this.charactersLeft = LONGEST_TEXT + MOST_TIMES_ITS_LENGTH * length;
    }

    static SqliteFile open(Path path, Progress progress) throws IOException, LogRefused, SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, String.valueOf(LONGEST_TEXT));
        var database = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
        var file = new SqliteFile(database, Files.size(path), progress);
        try {
            ProgressHandler.setHandler(database, STEPS_BETWEEN_LOOKS, file.new Look());
            file.check();
            return file;
        } catch (SQLException | LogRefused | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void check() throws SQLException, LogRefused {
        each("pragma quick_check(1)", row -> {
            if (!row.text(1).equals("ok")) {
                throw new LogRefused("not-sqlite", "the file is damaged: " + row.text(1));
            }
        });
    }

    Set<String> tables() throws SQLException, LogRefused {
        var tables = new TreeSet<String>();
        each("select name from sqlite_master where type = 'table' and rootpage > 0", row -> tables.add(row.text(1)));
        return tables;
    }

    /** The columns of a table and the types that it declares for them. */
    Map<String, String> columns(String table) throws SQLException, LogRefused {
        var columns = new LinkedHashMap<String, String>();
        each("pragma table_info(" + quoted(table) + ")", row -> columns.put(row.text("name"), row.text("type")));
        return columns;
    }

    /** Counts the rows of tables that are going to be read, so that whoever follows knows how far it is. */
    void expect(List<String> tables) throws SQLException, LogRefused {
        var count = new long[1];
        for (var table : tables) {
            each("select count(*) from " + quoted(table), row -> count[0] += Long.parseLong(row.text(1)));
        }
        rows = 0;
        allRows = count[0];
    }

    void each(String query, RowReading reading) throws SQLException, LogRefused {
        try (var statement = database.createStatement();
                var result = statement.executeQuery(query)) {
            var columns = new ArrayList<String>();
            for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                columns.add(result.getMetaData().getColumnName(i));
            }
            var row = new Row(result, columns);
            while (result.next()) {
                rows++;
                reading.read(row);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** What the database says against the file. */
    static LogRefused refusal(SQLException e) {
        if (e instanceof SQLiteException told) {
            if (told.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT) {
                throw new CancellationException("The reading was ended");
            }
            if (told.getResultCode() == SQLiteErrorCode.SQLITE_TOOBIG) {
                return new LogRefused("too-long", "a value is longer than " + LONGEST_TEXT + " bytes");
            }
        }
        return new LogRefused("not-sqlite", "the file cannot be read: " + e.getMessage());
    }

    /** Asked by the database between its steps, also where no row comes for long. */
    private final class Look extends ProgressHandler {
        @Override
        protected int progress() {
            return progress.goesOn(rows, allRows) ? 0 : 1;
        }
    }

    /** What is done with each row. */
    interface RowReading {
        void read(Row row) throws SQLException, LogRefused;
    }

    /** The row that is read now. */
    final class Row {

        private final ResultSet result;
        private final List<String> columns;

        private Row(ResultSet result, List<String> columns) {
            this.result = result;
            this.columns = columns;
        }

        List<String> columns() {
            return columns;
        }

        String text(int column) throws SQLException, LogRefused {
            var text = counted(result.getString(column));
            return text == null ? "" : text;
        }

        String text(String column) throws SQLException, LogRefused {
            var text = textOrNull(column);
            return text == null ? "" : text;
        }

        @Nullable
        String textOrNull(String column) throws SQLException, LogRefused {
            return counted(result.getString(column));
        }

        Instant time(String column) throws SQLException, LogRefused {
            try {
                return ObjectLogBuilder.time(text(column));
            } catch (IllegalArgumentException e) {
                throw new LogRefused("not-a-time", column + ": " + e.getMessage());
            }
        }

        private @Nullable String counted(@Nullable String text) throws LogRefused {
            charactersLeft -= text == null ? 0 : text.length();
            if (charactersLeft < 0) {
                throw new LogRefused("too-large", "the rows say far more than the file is long");
            }
            return text;
        }
    }
}
