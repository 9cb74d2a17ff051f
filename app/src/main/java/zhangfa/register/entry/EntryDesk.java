package zhangfa.register.entry;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.database.Keys;
import zhangfa.journal.Happening;
import zhangfa.journal.Journal;
import zhangfa.register.Field;
import zhangfa.register.State;
import zhangfa.register.schema.Register;

/** Where records are added and changed; each change is an entry of the record's own stream of the journal. */
@Component
@Transactional
public class EntryDesk {

    static final String STREAM = "record";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Entries entries;
    private final Typing typing;
    private final Journal journal;
    private final Clock clock;

    EntryDesk(Entries entries, Typing typing, Journal journal, Clock clock) {
        this.entries = entries;
        this.typing = typing;
        this.journal = journal;
        this.clock = clock;
    }

    /** What became of a field: as it was typed before, and now; empty where there was or is nothing. */
    public record Change(String before, String now) {}

    /** A record that is to be added. */
    public record Wanted(String state, Map<String, Object> values) {}

    /** What was written, as a record; what is wrong with it is added to the faults. The state is named by key or word. */
    public Wanted wanted(Register register, Map<String, String> written, String state, List<Fault> faults) {
        var values = typing.read(register, written, field -> "/" + field, faults);
        var named = register.states().stream()
                .filter(one -> one.name().equals(state.strip()))
                .map(State::key)
                .findFirst()
                .orElse(state.strip());
        return new Wanted(state(register, named, faults), values);
    }

    /** Of records that are to be added those whose unique value another record has: by their place. */
    public Map<Integer, Field> known(Register register, List<Wanted> wanted) {
        var known = new LinkedHashMap<Integer, Field>();
        for (var field : register.asked()) {
            if (field.unique()) {
                var taken = entries.taken(
                        register,
                        field,
                        wanted.stream()
                                .flatMap(one -> Stream.ofNullable(one.values().get(field.key())))
                                .toList());
                IntStream.range(0, wanted.size())
                        .filter(at -> taken.contains(
                                String.valueOf(wanted.get(at).values().get(field.key()))))
                        .forEach(at -> known.putIfAbsent(at, field));
            }
        }
        return known;
    }

    /** All of them or none; one entry of the register's stream tells of all. */
    public void addAll(Register register, List<Wanted> wanted, UUID who) {
        var numbers = entries.nextNumbers(register, wanted.size()).iterator();
        var now = clock.instant();
        var records = wanted.stream()
                .map(one -> new Entry(Keys.next(), numbers.next(), one.state(), 0, who, now, now, one.values()))
                .toList();
        unique(register, () -> entries.addAll(register, records));
        journal.append(
                "register",
                register.key(),
                new Happening(
                        now,
                        who,
                        null,
                        "records_imported",
                        null,
                        null,
                        JSON.writeValueAsString(Map.of("count", records.size()))));
    }

    UUID add(Register register, Map<String, String> written, @Nullable String state, UUID who) {
        var faults = new ArrayList<Fault>();
        var values = typing.read(register, written, field -> "/" + field, faults);
        var standing = state(register, state, faults);
        refuse(faults);
        var now = clock.instant();
        var number = entries.nextNumbers(register, 1).getFirst();
        var record = new Entry(Keys.next(), number, standing, 0, who, now, now, values);
        unique(register, () -> entries.add(register, record));
        tell(record.id(), "record_added", who, changes(register, Map.of(), values, "", standing));
        return record.id();
    }

    void change(
            Register register, UUID id, int revision, Map<String, String> written, @Nullable String state, UUID who) {
        var present = entries.find(register, id).orElseThrow(Refusal::notThere);
        var faults = new ArrayList<Fault>();
        var values = typing.read(register, written, field -> "/" + field, faults);
        var standing = state(register, state == null ? present.state() : state, faults);
        refuse(faults);
        var changes = changes(register, present.values(), values, present.state(), standing);
        if (changes.isEmpty() && present.revision() == revision) {
            return;
        }
        var record = new Entry(
                id,
                present.number(),
                standing,
                revision,
                present.createdBy(),
                present.createdAt(),
                clock.instant(),
                values);
        unique(register, () -> {
            if (!entries.write(register, record)) {
                throw Refusal.conflict("{register.record-changed-meanwhile}");
            }
        });
        tell(id, "record_changed", who, changes);
    }

    private void tell(UUID record, String kind, UUID who, Map<String, Change> changes) {
        journal.append(
                STREAM,
                record.toString(),
                new Happening(clock.instant(), who, null, kind, null, null, JSON.writeValueAsString(changes)));
    }

    /** By keys of fields; the state under {@code state}. */
    private Map<String, Change> changes(
            Register register,
            Map<String, Object> before,
            Map<String, Object> now,
            String stateBefore,
            String stateNow) {
        var changes = new LinkedHashMap<String, Change>();
        var old = typing.typed(register, before);
        var fresh = typing.typed(register, now);
        for (var field : register.asked()) {
            var was = old.getOrDefault(field.key(), "");
            var is = fresh.getOrDefault(field.key(), "");
            if (!Objects.equals(was, is)) {
                changes.put(field.key(), new Change(was, is));
            }
        }
        if (!stateBefore.equals(stateNow)) {
            changes.put("state", new Change(stateBefore, stateNow));
        }
        return changes;
    }

    private static String state(Register register, @Nullable String wanted, List<Fault> faults) {
        if (wanted == null || wanted.isBlank()) {
            return register.states().getFirst().key();
        }
        if (register.state(wanted).isEmpty()) {
            faults.add(new Fault("/state", "{register.no-such-state}"));
        }
        return wanted;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    /** What the database finds doubled is said at its field. */
    private static void unique(Register register, Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException doubled) {
            throw Refusal.invalid(register.fields().stream()
                    .filter(field -> String.valueOf(doubled.getMessage())
                            .contains("u_" + register.key() + "_" + field.key() + "\""))
                    .map(field -> new Fault("/" + field.key(), "{register.doubled}"))
                    .toList());
        }
    }
}
