package zhangfa.mining.read;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import zhangfa.mining.ocel.ObjectLog;
import zhangfa.mining.ocel.ObjectLog.LogEvent;
import zhangfa.mining.ocel.ObjectLog.LogObject;
import zhangfa.mining.ocel.ObjectLog.Relation;
import zhangfa.mining.ocel.ObjectLog.Value;

/**
 * OCEL as a SQLite file: 2.0 (a table for each type) and what PM4Py writes of 1.0 (EVENTS, OBJECTS, RELATIONS). Only real tables are read, never views,
 * which could compute without end.
 */
final class OcelSqlite {

    private static final Set<String> OWN = Set.of("ocel_id", "ocel_time", "ocel_changed_field");

    private final Path file;
    private final ObjectLogBuilder log = new ObjectLogBuilder();

    OcelSqlite(Path file) {
        this.file = file;
    }

    ObjectLog read() throws IOException, LogRefused {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        try (var database = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
            var tables = tables(database);
            if (tables.contains("event_map_type")) {
                second(database, tables);
            } else if (tables.contains("EVENTS") && tables.contains("RELATIONS") && tables.contains("OBJECTS")) {
                first(database);
            } else {
                throw new LogRefused("not-ocel", "the tables are not those of OCEL: " + tables);
            }
            return log.build();
        } catch (SQLException e) {
            throw new LogRefused("not-sqlite", "the file cannot be read: " + e.getMessage());
        }
    }

    private static Set<String> tables(Connection database) throws SQLException, LogRefused {
        var tables = new TreeSet<String>();
        each(
                database,
                "select name, sql from sqlite_master where type = 'table' and rootpage > 0",
                row -> tables.add(row.text(1)));
        return tables;
    }

    private void first(Connection database) throws SQLException, LogRefused {
        var relations = new HashMap<String, List<Relation>>();
        each(
                database,
                "select * from RELATIONS",
                row -> relations
                        .computeIfAbsent(row.text("ocel:eid"), key -> new ArrayList<>())
                        .add(new Relation(row.text("ocel:oid"), "")));
        each(
                database,
                "select * from OBJECTS",
                row -> add(new LogObject(
                        row.text("ocel:oid"),
                        row.text("ocel:type"),
                        values(row, Set.of("ocel:oid", "ocel:type"), Instant.EPOCH),
                        List.of())));
        each(database, "select * from EVENTS", row -> {
            var id = row.text("ocel:eid");
            var attributes = named(values(row, Set.of("ocel:eid", "ocel:activity", "ocel:timestamp"), Instant.EPOCH));
            add(new LogEvent(
                    id,
                    row.text("ocel:activity"),
                    row.time("ocel:timestamp"),
                    attributes,
                    relations.getOrDefault(id, List.of())));
        });
    }

    private void second(Connection database, Set<String> tables) throws SQLException, LogRefused {
        var ofEvents = relations(database, "select ocel_event_id, ocel_object_id, ocel_qualifier from event_object");
        var ofObjects = tables.contains("object_object")
                ? relations(database, "select ocel_source_id, ocel_target_id, ocel_qualifier from object_object")
                : Map.<String, List<Relation>>of();
        var values = objectValues(database, tables);
        each(database, "select ocel_id, ocel_type from object", row -> {
            var id = row.text(1);
            var said = values.getOrDefault(id, List.of());
            add(new LogObject(id, row.text(2), said, ofObjects.getOrDefault(id, List.of())));
        });
        for (var type : types(database, "event_map_type", tables, "event_").entrySet()) {
            each(database, "select * from " + type.getValue(), row -> {
                var id = row.text("ocel_id");
                add(new LogEvent(
                        id,
                        type.getKey(),
                        row.time("ocel_time"),
                        named(values(row, OWN, Instant.EPOCH)),
                        ofEvents.getOrDefault(id, List.of())));
            });
        }
    }

    private Map<String, List<Value>> objectValues(Connection database, Set<String> tables)
            throws SQLException, LogRefused {
        var values = new HashMap<String, List<Value>>();
        for (var table : types(database, "object_map_type", tables, "object_").values()) {
            each(database, "select * from " + table, row -> {
                var changed = row.columns().contains("ocel_changed_field")
                        && !row.text("ocel_changed_field").isEmpty();
                values.computeIfAbsent(row.text("ocel_id"), key -> new ArrayList<>())
                        .addAll(values(row, OWN, changed ? row.time("ocel_time") : Instant.EPOCH));
            });
        }
        return values;
    }

    private static Map<String, String> types(Connection database, String map, Set<String> tables, String prefix)
            throws SQLException, LogRefused {
        var types = new LinkedHashMap<String, String>();
        each(database, "select ocel_type, ocel_type_map from " + map, row -> {
            var table = prefix + row.text(2);
            if (!tables.contains(table)) {
                throw new LogRefused("not-ocel", "there is no table " + table);
            }
            types.put(row.text(1), '"' + table.replace("\"", "\"\"") + '"');
        });
        return types;
    }

    private static Map<String, List<Relation>> relations(Connection database, String query)
            throws SQLException, LogRefused {
        var relations = new HashMap<String, List<Relation>>();
        each(
                database,
                query,
                row -> relations
                        .computeIfAbsent(row.text(1), key -> new ArrayList<>())
                        .add(new Relation(row.text(2), row.text(3))));
        return relations;
    }

    private void add(LogEvent event) throws LogRefused {
        if (!log.add(event)) {
            throw new LogRefused("duplicate-id", "there are two events '" + event.id() + "'");
        }
    }

    private void add(LogObject object) throws LogRefused {
        if (!log.add(object)) {
            throw new LogRefused("duplicate-id", "there are two objects '" + object.id() + "'");
        }
    }

    private static List<Value> values(Row row, Set<String> without, Instant from) throws SQLException {
        var values = new ArrayList<Value>();
        for (var column : row.columns()) {
            var text = without.contains(column) ? null : row.result().getString(column);
            if (text != null) {
                values.add(new Value(column, from, text));
            }
        }
        return values;
    }

    private static Map<String, String> named(List<Value> values) {
        var named = new LinkedHashMap<String, String>();
        values.forEach(value -> named.put(value.attribute(), value.value()));
        return named;
    }

    private interface RowReading {
        void read(Row row) throws SQLException, LogRefused;
    }

    private record Row(ResultSet result, List<String> columns) {

        String text(int column) throws SQLException {
            return shown(result.getString(column));
        }

        String text(String column) throws SQLException {
            return shown(result.getString(column));
        }

        Instant time(String column) throws SQLException, LogRefused {
            try {
                return ObjectLogBuilder.time(text(column));
            } catch (IllegalArgumentException e) {
                throw new LogRefused("not-a-time", column + ": " + e.getMessage());
            }
        }

        private static String shown(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    private static void each(Connection database, String query, RowReading reading) throws SQLException, LogRefused {
        try (var statement = database.createStatement();
                var result = statement.executeQuery(query)) {
            var columns = new ArrayList<String>();
            for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                columns.add(result.getMetaData().getColumnName(i));
            }
            var row = new Row(result, columns);
            while (result.next()) {
                reading.read(row);
            }
        }
    }
}
