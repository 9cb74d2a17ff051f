package zhangfa.rulebook.source;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the columns that hold wordings, lists and times. */
public final class Columns {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Columns() {}

    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static <T> T json(ResultSet row, String column, Class<T> type) throws SQLException {
        return JSON.readValue(row.getString(column), type);
    }

    public static Wording wording(ResultSet row, String column) throws SQLException {
        return json(row, column, Wording.class);
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
