package zhangfa.register.entry;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.database.RoundTrip;
import zhangfa.register.Field;
import zhangfa.register.schema.Register;

/**
 * Where records are kept, a table for each register. Lists go on behind the last record of the page before (keyset), along the
 * index of the column that they are sorted by; records without a value there come last.
 */
@Repository
public class Entries {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Entry> list(Register register, Filter filter, int rows) {
        var field = filter.sortedBy(register);
        if (field.isEmpty()) {
            return page(register, filter, after("id < :after", filter), "id desc", rows);
        }
        var last = filter.after() == null
                ? Optional.<Entry>empty()
                : Optional.of(
                        find(register, filter.after()).orElseThrow(() -> Refusal.invalid("/after", "{api.cursor}")));
        var column = field.get().column();
        var found = new ArrayList<Entry>();
        if (last.isEmpty() || last.get().value(field.get().key()) != null) {
            var way = filter.descending() ? "<" : ">";
            var from = last.isEmpty()
                    ? "%s is not null".formatted(column)
                    : "(%s, id) %s (select %s, id from %s where id = :after)"
                            .formatted(column, way, column, register.table());
            var order = filter.descending() ? "%s desc, id desc" : "%s, id";
            found.addAll(page(register, filter, from, order.formatted(column), rows));
        }
        if (found.size() < rows) {
            var amongEmpty = last.isPresent() && last.get().value(field.get().key()) == null;
            var from = column + " is null" + (amongEmpty ? " and id < :after" : "");
            found.addAll(page(register, filter, from, "id desc", rows - found.size()));
        }
        return found;
    }

    public Optional<Entry> find(Register register, UUID id) {
        return jdbc.sql("select * from " + register.table() + " where id = ?")
                .param(id)
                .query((row, number) -> entry(register, row))
                .optional();
    }

    /** Ids by the numbers that people wrote. */
    Map<String, UUID> ids(Register register, Collection<String> numbers) {
        return jdbc
                .sql("select id, number from " + register.table() + " where number = any(?)")
                .param(numbers.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("number"), row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Numbers by ids. */
    Map<UUID, String> numbers(Register register, Collection<UUID> ids) {
        var numbers = new HashMap<UUID, String>();
        jdbc.sql("select id, number from " + register.table() + " where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query(row -> {
                    numbers.put(row.getObject("id", UUID.class), row.getString("number"));
                });
        return numbers;
    }

    /** As many numbers as are needed, in order. */
    List<String> nextNumbers(Register register, int count) {
        return jdbc.sql("select nextval(?::regclass) from generate_series(1, ?)")
                .params(register.sequence(), count)
                .query((row, number) -> register.prefix() + "%05d".formatted(row.getLong(1)))
                .list();
    }

    void add(Register register, Entry entry) {
        addAll(register, List.of(entry));
    }

    void addAll(Register register, List<Entry> records) {
        var columns = register.fields().stream().map(Field::column).collect(Collectors.joining(", "));
        for (var load : RoundTrip.loads(records)) {
            jdbc.sql("""
                            insert into %1$s (id, number, state, created_by, words, %2$s)
                            select id, number, state, created_by, words, %2$s
                            from json_populate_recordset(null::%1$s, ?::json)""".formatted(register.table(), columns))
                    .param(JSON.writeValueAsString(load.stream()
                            .map(record -> columns(register, record))
                            .toList()))
                    .update();
        }
    }

    /** Which of these values records have already, as texts. */
    Set<String> taken(Register register, Field field, Collection<Object> values) {
        return new HashSet<>(jdbc.sql("select %1$s::text from %2$s where %1$s = any(?::%3$s[])"
                        .formatted(
                                field.column(), register.table(), field.kind().column()))
                .param(RoundTrip.array(values))
                .query(String.class)
                .list());
    }

    /** Whether it was written: not where somebody else has changed it since. */
    boolean write(Register register, Entry entry) {
        var sets = register.asked().stream()
                .map(field -> ", %s = %s"
                        .formatted(field.column(), entry.value(field.key()) == null ? "null" : ":" + field.column()))
                .collect(Collectors.joining());
        return jdbc.sql("""
                        update %s set state = :state, words = :words, revision = revision + 1, changed_at = now()%s
                        where id = :id and revision = :revision""".formatted(register.table(), sets))
                        .param("id", entry.id())
                        .param("revision", entry.revision())
                        .param("state", entry.state())
                        .param("words", words(register, entry))
                        .params(columns(entry.values()))
                        .update()
                > 0;
    }

    private List<Entry> page(Register register, Filter filter, String from, String order, int rows) {
        var conditions = new ArrayList<String>();
        conditions.add(from);
        if (filter.state() != null) {
            conditions.add("state = :state");
        }
        if (!filter.search().isEmpty()) {
            conditions.add("words @> :words::text[]");
        }
        var sql = "select * from %s where %s order by %s limit :rows"
                .formatted(register.table(), String.join(" and ", conditions), order);
        var query = jdbc.sql(sql).param("rows", rows);
        if (sql.contains(":after")) {
            query.param("after", filter.after());
        }
        if (filter.state() != null) {
            query.param("state", filter.state());
        }
        if (!filter.search().isEmpty()) {
            query.param("words", RoundTrip.array(Bigrams.of(filter.search())));
        }
        return query.query((row, number) -> entry(register, row)).list();
    }

    private static String after(String condition, Filter filter) {
        return filter.after() == null ? "true" : condition;
    }

    private static Map<String, Object> columns(Register register, Entry record) {
        var columns = columns(record.values());
        columns.put("id", record.id());
        columns.put("number", record.number());
        columns.put("state", record.state());
        columns.put("created_by", record.createdBy());
        columns.put("words", words(register, record));
        return columns;
    }

    private static Map<String, Object> columns(Map<String, Object> values) {
        var columns = new HashMap<String, Object>();
        values.forEach((key, value) -> columns.put("f_" + key, value));
        return columns;
    }

    private static String[] words(Register register, Entry entry) {
        var words = new StringBuilder(entry.number());
        register.fields().stream()
                .filter(field -> field.kind().isText() && entry.value(field.key()) != null)
                .forEach(field -> words.append(' ').append(entry.value(field.key())));
        return Bigrams.of(words.toString()).toArray(String[]::new);
    }

    private static Entry entry(Register register, ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, Object>();
        for (var field : register.fields()) {
            var value = value(field, row);
            if (value != null) {
                values.put(field.key(), value);
            }
        }
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("state"),
                row.getInt("revision"),
                row.getObject("created_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                values);
    }

    private static @Nullable Object value(Field field, ResultSet row) throws SQLException {
        Class<?> type = switch (field.kind()) {
            case TEXT, AREA, CHOICE -> String.class;
            case NUMBER -> BigDecimal.class;
            case DATE -> LocalDate.class;
            case YES_NO -> Boolean.class;
            case PERSON, LINK -> UUID.class;
        };
        return row.getObject(field.column(), type);
    }
}
