package zhangfa.mining.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhangfa.mining.log.Moments;
import zhangfa.mining.ocel.ObjectLog.LogEvent;
import zhangfa.mining.ocel.ObjectLog.LogObject;
import zhangfa.mining.ocel.ObjectLog.LogType;
import zhangfa.mining.ocel.ObjectLog.Relation;

/** One object-centric log as OCEL 2.0 in an empty SQLite database: tables for all events, objects and relations, and one for each type. */
final class OcelSqliteOutput {

    private static final List<String> COMMON = List.of(
            "event_map_type (ocel_type text primary key, ocel_type_map text)",
            "object_map_type (ocel_type text primary key, ocel_type_map text)",
            "event (ocel_id text primary key, ocel_type text references event_map_type (ocel_type))",
            "object (ocel_id text primary key, ocel_type text references object_map_type (ocel_type))",
            "event_object (ocel_event_id text references event (ocel_id), ocel_object_id text references object (ocel_id),"
                    + " ocel_qualifier text, primary key (ocel_event_id, ocel_object_id, ocel_qualifier))",
            "object_object (ocel_source_id text references object (ocel_id), ocel_target_id text references object (ocel_id),"
                    + " ocel_qualifier text, primary key (ocel_source_id, ocel_target_id, ocel_qualifier))");

    private final OcelContent log;
    private final Connection database;
    private final Map<String, SqliteTable> events = new HashMap<>();
    private final Map<String, SqliteTable> objects = new HashMap<>();

    OcelSqliteOutput(OcelContent log, Connection database) {
        this.log = log;
        this.database = database;
    }

    void write() throws SQLException {
        try (var statement = database.createStatement()) {
            for (var table : COMMON) {
                statement.execute("create table " + table);
            }
        }
        types("event_", log.eventTypes(), List.of("ocel_id", "ocel_time"), events);
        types("object_", log.objectTypes(), List.of("ocel_id", "ocel_time", "ocel_changed_field"), objects);
        objects();
        events();
    }

    /** A table for each type; the letters and digits of its name tell it apart, with a number behind them where they do not. */
    private void types(String prefix, List<LogType> types, List<String> own, Map<String, SqliteTable> tables)
            throws SQLException {
        var taken = new HashSet<>(Set.of("object"));
        try (var map = SqliteTable.open(database, prefix + "map_type", 2)) {
            for (var type : types) {
                var letters = type.name()
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
                var name = SqliteTable.unique(letters.toString(), taken);
                map.add(type.name(), name);
                tables.put(
                        type.name(),
                        SqliteTable.create(database, prefix + name, own, type.attributes(), prefix.replace("_", "")));
            }
        }
    }

    private void objects() throws SQLException {
        try (var all = SqliteTable.open(database, "object", 2);
                var relations = SqliteTable.open(database, "object_object", 3)) {
            for (var object : log.objects()) {
                all.add(object.id(), object.type());
                relate(relations, object.id(), object.relations());
                values(object);
            }
        }
        close(objects);
    }

    /** What held from the beginning in one row, each change in one of its own. */
    private void values(LogObject object) throws SQLException {
        var table = table(objects, object.type());
        var beginning = new LinkedHashMap<String, String>();
        for (var value : object.values()) {
            if (value.from().equals(Instant.EPOCH)) {
                beginning.putIfAbsent(value.attribute(), value.value());
            }
        }
        table.add(beginning, object.id(), time(Instant.EPOCH), null);
        for (var value : object.values()) {
            if (!value.from().equals(Instant.EPOCH)) {
                table.add(Map.of(value.attribute(), value.value()), object.id(), time(value.from()), value.attribute());
            }
        }
    }

    private void events() throws SQLException {
        try (var all = SqliteTable.open(database, "event", 2);
                var relations = SqliteTable.open(database, "event_object", 3)) {
            for (LogEvent event : log.events()) {
                all.add(event.id(), event.type());
                relate(relations, event.id(), event.objects());
                table(events, event.type()).add(event.attributes(), event.id(), time(event.time()));
            }
        }
        close(events);
    }

    private static SqliteTable table(Map<String, SqliteTable> tables, String type) {
        var table = tables.get(type);
        if (table == null) {
            throw new IllegalStateException("A log declares all its types");
        }
        return table;
    }

    private static void relate(SqliteTable into, String from, List<Relation> relations) throws SQLException {
        for (var relation : relations) {
            into.add(from, relation.object(), relation.qualifier());
        }
    }

    private static void close(Map<String, SqliteTable> tables) throws SQLException {
        for (var table : tables.values()) {
            table.close();
        }
    }

    private static String time(Instant time) {
        return Values.time(Moments.of(time));
    }
}
