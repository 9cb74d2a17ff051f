package zhangfa.mining.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table that rows are added to, some at a time. Closing it adds the last of them. */
final class SqliteTable implements AutoCloseable {

    private static final int BATCH = 1000;
    private static final Map<String, String> TYPES =
            Map.of("time", "timestamp", "integer", "integer", "float", "real", "boolean", "boolean");

    private final PreparedStatement insert;
    private final Map<String, Integer> places;
    private int waiting;

    private SqliteTable(PreparedStatement insert, Map<String, Integer> places) {
        this.insert = insert;
        this.places = places;
    }

    /** A table that is there. */
    static SqliteTable open(Connection database, String name, int columns) throws SQLException {
        var marks = String.join(", ", Collections.nCopies(columns, "?"));
        var insert = database.prepareStatement("insert into " + quoted(name) + " values (" + marks + ")");
        return new SqliteTable(insert, Map.of());
    }

    /**
     * A new table with some columns of text, of which the first names an event or object, and one for each attribute. SQLite takes two names for one that
     * differ only in capitals.
     */
    static SqliteTable create(
            Connection database, String name, List<String> own, Map<String, String> attributes, String of)
            throws SQLException {
        var columns = new ArrayList<String>();
        own.forEach(column -> columns.add(column + (column.equals("ocel_time") ? " timestamp" : " text")));
        var places = new LinkedHashMap<String, Integer>();
        var taken = new HashSet<>(own);
        for (var attribute : attributes.entrySet()) {
            places.put(attribute.getKey(), columns.size() + 1);
            columns.add(
                    quoted(unique(attribute.getKey(), taken)) + " " + TYPES.getOrDefault(attribute.getValue(), "text"));
        }
        try (var statement = database.createStatement()) {
            statement.execute("create table " + quoted(name) + " (" + String.join(", ", columns)
                    + ", foreign key (ocel_id) references " + of + " (ocel_id))");
        }
        var table = open(database, name, columns.size());
        return new SqliteTable(table.insert, places);
    }

    /** The name, or where it is taken or empty, the name with a number behind it. */
    static String unique(String name, Set<String> taken) {
        var unique = name;
        for (var copy = 2; unique.isEmpty() || !taken.add(unique.toLowerCase(Locale.ROOT)); copy++) {
            unique = name + copy;
        }
        return unique;
    }

    void add(@Nullable String... values) throws SQLException {
        add(Map.of(), values);
    }

    /** Adds a row of what the own columns say, and the attributes. */
    void add(Map<String, String> attributes, @Nullable String... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            insert.setString(i + 1, values[i]);
        }
        for (var place : places.entrySet()) {
            insert.setString(place.getValue(), attributes.get(place.getKey()));
        }
        insert.addBatch();
        if (++waiting == BATCH) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        try (insert) {
            insert.executeBatch();
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
