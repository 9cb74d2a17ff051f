package zhangfa.mining.read;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import zhangfa.mining.log.Progress;
import zhangfa.mining.ocel.ObjectLog;
import zhangfa.mining.ocel.ObjectLog.LogEvent;
import zhangfa.mining.ocel.ObjectLog.LogObject;
import zhangfa.mining.ocel.ObjectLog.Relation;
import zhangfa.mining.ocel.ObjectLog.Value;
import zhangfa.mining.read.SqliteFile.Row;

/**
 * OCEL as a SQLite file: 2.0 (a table for each type) and what PM4Py writes of 1.0 (EVENTS, OBJECTS, RELATIONS). Rows count in the order in which they were
 * written, so never in that of an index.
 */
final class OcelSqlite {

    private static final Set<String> OWN = Set.of("ocel_id", "ocel_time", "ocel_changed_field");

    private final Path path;
    private final Progress progress;
    private final ObjectLogBuilder log = new ObjectLogBuilder();

    OcelSqlite(Path path, Progress progress) {
        this.path = path;
        this.progress = progress;
    }

    ObjectLog read() throws IOException, LogRefused {
        try (var file = SqliteFile.open(path, progress)) {
            var tables = file.tables();
            if (tables.contains("event_map_type")) {
                new Second(file, tables).read();
            } else if (tables.contains("EVENTS") && tables.contains("RELATIONS") && tables.contains("OBJECTS")) {
                first(file);
            } else {
                throw new LogRefused("not-ocel", "the tables are not those of OCEL: " + tables);
            }
            return log.build();
        } catch (SQLException e) {
            throw SqliteFile.refusal(e);
        }
    }

    private void first(SqliteFile file) throws SQLException, LogRefused {
        file.expect(List.of("RELATIONS", "OBJECTS", "EVENTS"));
        var relations = new HashMap<String, List<Relation>>();
        file.each(
                "select * from RELATIONS",
                row -> relations
                        .computeIfAbsent(row.text("ocel:eid"), key -> new ArrayList<>())
                        .add(new Relation(row.text("ocel:oid"), "")));
        file.each(
                "select * from OBJECTS",
                row -> add(new LogObject(
                        row.text("ocel:oid"),
                        row.text("ocel:type"),
                        values(row, Set.of("ocel:oid", "ocel:type"), Instant.EPOCH),
                        List.of())));
        file.each("select * from EVENTS", row -> {
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

    /** The tables of version 2.0. */
    private final class Second {

        private final SqliteFile file;
        private final Set<String> tables;

        Second(SqliteFile file, Set<String> tables) {
            this.file = file;
            this.tables = tables;
        }

        void read() throws SQLException, LogRefused {
            var eventTables = types("event_map_type", "event_");
            var objectTables = types("object_map_type", "object_");
            var all = new ArrayList<>(List.of("event", "event_object", "object"));
            all.addAll(eventTables.values());
            all.addAll(objectTables.values());
            if (tables.contains("object_object")) {
                all.add("object_object");
            }
            for (var type : objectTables.entrySet()) {
                log.objectType(type.getKey(), declared(type.getValue()));
            }
            for (var type : eventTables.entrySet()) {
                log.eventType(type.getKey(), declared(type.getValue()));
            }
            file.expect(all);
            objects(objectTables.values());
            events(eventTables);
        }

        private Map<String, String> types(String map, String prefix) throws SQLException, LogRefused {
            var types = new LinkedHashMap<String, String>();
            file.each("select ocel_type, ocel_type_map from " + map, row -> {
                var table = prefix + row.text(2);
                if (!tables.contains(table)) {
                    throw new LogRefused("not-ocel", "there is no table " + table);
                }
                types.put(row.text(1), table);
            });
            return types;
        }

        private void objects(Collection<String> types) throws SQLException, LogRefused {
            var ofObjects = tables.contains("object_object")
                    ? relations("select ocel_source_id, ocel_target_id, ocel_qualifier from object_object not indexed")
                    : Map.<String, List<Relation>>of();
            var values = new HashMap<String, List<Value>>();
            for (var table : types) {
                file.each("select * from " + SqliteFile.quoted(table), row -> {
                    var changed = row.columns().contains("ocel_changed_field")
                            && !row.text("ocel_changed_field").isEmpty();
                    values.computeIfAbsent(row.text("ocel_id"), key -> new ArrayList<>())
                            .addAll(values(row, OWN, changed ? row.time("ocel_time") : Instant.EPOCH));
                });
            }
            file.each("select ocel_id, ocel_type from object not indexed", row -> {
                var id = row.text(1);
                add(new LogObject(
                        id, row.text(2), values.getOrDefault(id, List.of()), ofObjects.getOrDefault(id, List.of())));
            });
        }

        /** In the order of the table of all events, where they are in it. */
        private void events(Map<String, String> types) throws SQLException, LogRefused {
            var relations =
                    relations("select ocel_event_id, ocel_object_id, ocel_qualifier from event_object not indexed");
            var places = new HashMap<String, Integer>();
            file.each("select ocel_id from event not indexed", row -> places.putIfAbsent(row.text(1), places.size()));
            var events = new ArrayList<LogEvent>();
            for (var type : types.entrySet()) {
                file.each("select * from " + SqliteFile.quoted(type.getValue()), row -> {
                    var id = row.text("ocel_id");
                    events.add(new LogEvent(
                            id,
                            type.getKey(),
                            row.time("ocel_time"),
                            named(values(row, OWN, Instant.EPOCH)),
                            relations.getOrDefault(id, List.of())));
                });
            }
            events.sort(Comparator.comparingInt(event -> places.getOrDefault(event.id(), Integer.MAX_VALUE)));
            for (var event : events) {
                add(event);
            }
        }

        private Map<String, String> declared(String table) throws SQLException, LogRefused {
            var declared = new LinkedHashMap<String, String>();
            file.columns(table).forEach((name, type) -> {
                if (!OWN.contains(name)) {
                    declared.put(name, kind(type));
                }
            });
            return declared;
        }

        private Map<String, List<Relation>> relations(String query) throws SQLException, LogRefused {
            var relations = new HashMap<String, List<Relation>>();
            file.each(
                    query,
                    row -> relations
                            .computeIfAbsent(row.text(1), key -> new ArrayList<>())
                            .add(new Relation(row.text(2), row.text(3))));
            return relations;
        }
    }

    private static String kind(String type) {
        var known = type.toUpperCase(Locale.ROOT);
        if (known.contains("INT")) {
            return "integer";
        }
        if (known.contains("REAL") || known.contains("FLOA") || known.contains("DOUB")) {
            return "float";
        }
        return known.contains("BOOL") ? "boolean" : known.contains("TIME") ? "time" : "string";
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

    private static List<Value> values(Row row, Set<String> without, Instant from) throws SQLException, LogRefused {
        var values = new ArrayList<Value>();
        for (var column : row.columns()) {
            var text = without.contains(column) ? null : row.textOrNull(column);
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
}
