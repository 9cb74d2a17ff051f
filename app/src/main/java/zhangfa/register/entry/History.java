package zhangfa.register.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.journal.Journal;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.register.Field;
import zhangfa.register.State;
import zhangfa.register.schema.Register;

/** What became of a record, read from the journal. */
@Component
class History {

    private static final int MOST = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Journal journal;
    private final Organization organization;

    History(Journal journal, Organization organization) {
        this.journal = journal;
        this.organization = organization;
    }

    /** The newest first. */
    List<Deed> of(Register register, UUID record) {
        return journal.of(EntryDesk.STREAM, record.toString(), MOST).stream()
                .map(entry -> new Deed(
                        entry.at(),
                        entry.actor() == null
                                ? "—"
                                : organization
                                        .person(entry.actor())
                                        .map(Person::name)
                                        .orElse("—"),
                        "register.deed." + entry.kind(),
                        changes(register, entry.data())))
                .toList();
    }

    /** By names of fields; erased data leaves none. */
    private static Map<String, EntryDesk.Change> changes(Register register, @Nullable String data) {
        var changes = new LinkedHashMap<String, EntryDesk.Change>();
        if (data != null) {
            JSON.readTree(data).properties().forEach(change -> {
                var before = change.getValue().path("before").asString("");
                var now = change.getValue().path("now").asString("");
                changes.put(
                        name(register, change.getKey()),
                        change.getKey().equals("state")
                                ? new EntryDesk.Change(state(register, before), state(register, now))
                                : new EntryDesk.Change(before, now));
            });
        }
        return changes;
    }

    private static String name(Register register, String key) {
        return register.field(key).map(Field::name).orElse("");
    }

    private static String state(Register register, String key) {
        return register.state(key).map(State::name).orElse("");
    }
}
