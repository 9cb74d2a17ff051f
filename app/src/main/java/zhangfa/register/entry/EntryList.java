package zhangfa.register.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhangfa.register.Field;
import zhangfa.register.State;
import zhangfa.register.schema.Register;

/**
 * A page of a register's records.
 *
 * @param shown for each record its values as people read them
 * @param next where the next ones are, or null
 * @param writes whether the reader may add and change records
 */
public record EntryList(
        Register register,
        Filter filter,
        List<Entry> records,
        List<Map<String, Shown>> shown,
        @Nullable String next,
        boolean writes) {

    /** One line of the list. */
    public record Row(Entry entry, State state, List<Shown> cells) {}

    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var at = 0; at < records.size(); at++) {
            var values = shown.get(at);
            rows.add(new Row(
                    records.get(at),
                    state(records.get(at)),
                    fields().stream()
                            .map(field ->
                                    Optional.ofNullable(values.get(field.key())).orElse(new Shown("", null)))
                            .toList()));
        }
        return rows;
    }

    public List<Field> fields() {
        return register.listed();
    }

    private State state(Entry entry) {
        return register.state(entry.state()).orElse(register.states().getFirst());
    }
}
