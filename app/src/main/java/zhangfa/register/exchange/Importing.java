package zhangfa.register.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.api.Words;
import zhangfa.database.Keys;
import zhangfa.register.Field;
import zhangfa.register.entry.EntryDesk;
import zhangfa.register.entry.EntryDesk.Wanted;
import zhangfa.register.exchange.Trial.RowFault;
import zhangfa.register.schema.Register;

/** Takes records in from a file: on trial, kept for a while, then all of them or none. */
@Component
@Transactional
class Importing {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int A_DAY = 1;

    private final EntryDesk desk;
    private final JdbcClient jdbc;
    private final Words words;

    Importing(EntryDesk desk, JdbcClient jdbc, Words words) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.words = words;
    }

    /** Where a column of the file belongs. */
    private record Head(Map<Integer, Field> fields, int state, List<String> ignored) {}

    Trial tryOut(Register register, List<List<String>> rows) {
        var head = head(register, rows.getFirst());
        var faults = new ArrayList<RowFault>();
        var wanted = wanted(register, rows, head, faults);
        return new Trial(wanted.size(), faults.isEmpty() ? wanted.size() : 0, faults, head.ignored());
    }

    /** Keeps the rows until somebody says yes; those of yesterday go. */
    UUID keep(Register register, List<List<String>> rows, UUID who) {
        jdbc.sql("delete from register.upload where created_at < now() - make_interval(days => ?)")
                .param(A_DAY)
                .update();
        var id = Keys.next();
        jdbc.sql("insert into register.upload (id, register, rows, created_by) values (?, ?, ?::jsonb, ?)")
                .params(id, register.key(), JSON.writeValueAsString(rows), who)
                .update();
        return id;
    }

    /** What somebody has kept; refused as not there for others, and once it was taken in. */
    List<List<String>> kept(Register register, UUID id, UUID who) {
        var rows = jdbc.sql(
                        "select rows from register.upload where id = ? and register = ? and created_by = ? for update")
                .params(id, register.key(), who)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::notThere);
        return List.of(JSON.readValue(rows, String[][].class)).stream()
                .map(List::of)
                .toList();
    }

    /** Tells how many records were added. */
    int take(Register register, UUID id, UUID who) {
        var added = take(register, kept(register, id, who), who);
        jdbc.sql("delete from register.upload where id = ?").param(id).update();
        return added;
    }

    int take(Register register, List<List<String>> rows, UUID who) {
        var faults = new ArrayList<RowFault>();
        var wanted = wanted(register, rows, head(register, rows.getFirst()), faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults.stream()
                    .map(fault -> new Fault("/rows/" + fault.row() + "/" + fault.column(), fault.detail()))
                    .toList());
        }
        desk.addAll(register, wanted, who);
        return wanted.size();
    }

    private List<Wanted> wanted(Register register, List<List<String>> rows, Head head, List<RowFault> faults) {
        var wanted = new ArrayList<Wanted>();
        var seen = new HashMap<String, Set<Object>>();
        for (var at = 1; at < rows.size(); at++) {
            var row = at + 1;
            var written = new HashMap<String, String>();
            var cells = rows.get(at);
            head.fields().forEach((place, field) -> {
                if (place < cells.size()) {
                    written.put(field.key(), cells.get(place));
                }
            });
            var state = head.state() >= 0 && head.state() < cells.size() ? cells.get(head.state()) : "";
            var wrong = new ArrayList<Fault>();
            var one = desk.wanted(register, written, state, wrong);
            doubled(register, one, seen, wrong);
            wrong.forEach(fault -> faults.add(fault(register, row, fault)));
            wanted.add(one);
        }
        desk.known(register, wanted)
                .forEach((place, field) ->
                        faults.add(new RowFault(place + 2, field.name(), words.say("{register.doubled}"))));
        return wanted;
    }

    /** Within the file itself. */
    private static void doubled(Register register, Wanted one, Map<String, Set<Object>> seen, List<Fault> wrong) {
        for (var field : register.asked()) {
            var value = one.values().get(field.key());
            if (field.unique()
                    && value != null
                    && !seen.computeIfAbsent(field.key(), key -> new HashSet<>())
                            .add(value)) {
                wrong.add(new Fault("/" + field.key(), "{register.doubled-in-file}"));
            }
        }
    }

    private RowFault fault(Register register, int row, Fault fault) {
        var key = fault.pointer().substring(1);
        var column = register.field(key).map(Field::name).orElse(words.say("{register.state}"));
        return new RowFault(row, column, words.say(fault.detail()));
    }

    /** By the names of fields or their keys; the state by its word in any language of the product. */
    private Head head(Register register, List<String> cells) {
        var fields = new HashMap<Integer, Field>();
        var ignored = new ArrayList<String>();
        var state = -1;
        for (var at = 0; at < cells.size(); at++) {
            var name = cells.get(at).strip();
            var field = register.asked().stream()
                    .filter(one -> one.name().equals(name) || one.key().equals(name))
                    .filter(one -> !fields.containsValue(one))
                    .findFirst();
            if (field.isPresent()) {
                fields.put(at, field.get());
            } else if (state < 0 && (name.equals(words.say("{register.state}")) || name.equals("state"))) {
                state = at;
            } else if (!name.isEmpty()) {
                ignored.add(name);
            }
        }
        if (fields.isEmpty()) {
            throw Refusal.invalid("/file", "{register.import.no-column}");
        }
        return new Head(fields, state, ignored);
    }
}
