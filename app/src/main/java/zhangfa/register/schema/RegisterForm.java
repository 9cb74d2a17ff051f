package zhangfa.register.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Keying;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.register.Field;
import zhangfa.register.FieldKind;
import zhangfa.register.State;

/**
 * A register as somebody defines it. A line without a name is none; a field or state that carries its key is the one that is
 * there already.
 */
public record RegisterForm(
        int revision,
        @Nullable String name,
        @Nullable String prefix,
        @Nullable List<FieldLine> fields,
        @Nullable List<StateLine> states,
        @Nullable Boolean everyoneReads,
        @Nullable List<String> readers,
        @Nullable Boolean everyoneWrites,
        @Nullable List<String> writers) {

    private static final int LONGEST_NAME = 60;
    private static final int MOST_FIELDS = 60;

    /** One field; {@code options} are parted by commas. */
    public record FieldLine(
            @Nullable String key,
            @Nullable String name,
            @Nullable String kind,
            @Nullable Boolean required,
            @Nullable Boolean unique,
            @Nullable String options,
            @Nullable String target) {

        boolean isEmpty() {
            return said(name).isBlank();
        }
    }

    /** One state. */
    public record StateLine(
            @Nullable String key,
            @Nullable String name,
            @Nullable String category) {

        boolean isEmpty() {
            return said(name).isBlank();
        }
    }

    /**
     * What it defines, where all of it can be.
     *
     * @param present the register as it is; null for a new one
     * @param taken keys of other registers
     */
    Register register(@Nullable Register present, Set<String> taken) {
        var faults = new ArrayList<Fault>();
        if (said(name).isBlank() || said(name).length() > LONGEST_NAME) {
            faults.add(new Fault("/name", "{register.name-missing|" + LONGEST_NAME + "}"));
        }
        if (!said(prefix).matches("[A-Za-z0-9-]{0,10}")) {
            faults.add(new Fault("/prefix", "{register.prefix-wrong}"));
        }
        var read = fields(present, taken, faults);
        if (read.stream().allMatch(Field::retired) || read.size() > MOST_FIELDS) {
            faults.add(new Fault("/fields", "{register.fields-count|" + MOST_FIELDS + "}"));
        }
        var standing = states(present, faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new Register(
                present == null ? Keying.of(said(name), taken) : present.key(),
                said(name).strip(),
                said(prefix),
                read,
                standing,
                new Access(Boolean.TRUE.equals(everyoneReads), Objects.requireNonNullElse(readers, List.of())),
                new Access(Boolean.TRUE.equals(everyoneWrites), Objects.requireNonNullElse(writers, List.of())),
                revision);
    }

    /** Those that are no longer named are retired and keep their values. */
    private List<Field> fields(@Nullable Register present, Set<String> registers, List<Fault> faults) {
        var known = present == null ? Map.<String, Field>of() : byKey(present.fields());
        var keys = new HashSet<>(known.keySet());
        var read = new ArrayList<Field>();
        var lines = Objects.requireNonNullElse(fields, List.<FieldLine>of());
        for (var at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isEmpty()) {
                var field = field(lines.get(at), known, keys, "/fields/" + at, registers, faults);
                keys.add(field.key());
                read.add(field);
            }
        }
        var named = read.stream().map(Field::key).toList();
        known.values().stream()
                .filter(field -> !named.contains(field.key()))
                .map(field -> new Field(
                        field.key(),
                        field.name(),
                        field.kind(),
                        false,
                        field.unique(),
                        field.options(),
                        field.target(),
                        true))
                .forEach(read::add);
        return read;
    }

    private static Field field(
            FieldLine line,
            Map<String, Field> known,
            Set<String> keys,
            String pointer,
            Set<String> registers,
            List<Fault> faults) {
        var present = known.get(said(line.key()));
        var kind = present == null ? kind(line) : present.kind();
        var options = options(said(line.options()));
        if (said(line.name()).length() > LONGEST_NAME) {
            faults.add(new Fault(pointer + "/name", "{register.name-missing|" + LONGEST_NAME + "}"));
        }
        if (kind == FieldKind.CHOICE && options.isEmpty()) {
            faults.add(new Fault(pointer + "/options", "{register.options-missing|" + said(line.name()) + "}"));
        }
        var target = present == null ? said(line.target()) : said(present.target());
        if (kind == FieldKind.LINK && !registers.contains(target)) {
            faults.add(new Fault(pointer + "/target", "{register.target-missing|" + said(line.name()) + "}"));
        }
        return new Field(
                present == null ? Keying.of(said(line.name()), keys) : present.key(),
                said(line.name()).strip(),
                kind,
                Boolean.TRUE.equals(line.required()),
                Boolean.TRUE.equals(line.unique()) && kind != FieldKind.AREA,
                kind == FieldKind.CHOICE ? options : List.of(),
                kind == FieldKind.LINK ? target : null,
                false);
    }

    /** A state that records may stand in is never taken away. */
    private List<State> states(@Nullable Register present, List<Fault> faults) {
        var known = present == null ? List.<State>of() : present.states();
        var keys = new HashSet<>(known.stream().map(State::key).toList());
        var read = new ArrayList<State>();
        for (var line : Objects.requireNonNullElse(states, List.<StateLine>of())) {
            if (!line.isEmpty()) {
                var key = keys.contains(said(line.key())) ? said(line.key()) : Keying.of(said(line.name()), keys);
                keys.add(key);
                read.add(new State(key, said(line.name()).strip(), category(line)));
            }
        }
        if (read.isEmpty()) {
            faults.add(new Fault("/states", "{register.states-missing}"));
        }
        known.stream()
                .filter(state -> read.stream().noneMatch(now -> now.key().equals(state.key())))
                .forEach(state -> faults.add(new Fault("/states", "{register.state-kept|" + state.name() + "}")));
        return read;
    }

    private static FieldKind kind(FieldLine line) {
        return Arrays.stream(FieldKind.values())
                .filter(kind -> kind.word().equals(line.kind()))
                .findFirst()
                .orElse(FieldKind.TEXT);
    }

    private static State.Category category(StateLine line) {
        return Arrays.stream(State.Category.values())
                .filter(category -> category.word().equals(said(line.category()).toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(State.Category.OPEN);
    }

    private static List<String> options(String written) {
        return List.copyOf(new LinkedHashSet<>(Arrays.stream(written.split("[,，、;；\\n]"))
                .map(String::strip)
                .filter(option -> !option.isEmpty())
                .toList()));
    }

    private static Map<String, Field> byKey(List<Field> fields) {
        var known = new LinkedHashMap<String, Field>();
        fields.forEach(field -> known.put(field.key(), field));
        return known;
    }

    static String said(@Nullable String words) {
        return words == null ? "" : words;
    }

    /** The register that is there, to be changed. */
    static RegisterForm of(Register register) {
        return new RegisterForm(
                register.revision(),
                register.name(),
                register.prefix(),
                register.asked().stream().map(RegisterForm::line).toList(),
                register.states().stream()
                        .map(state -> new StateLine(
                                state.key(), state.name(), state.category().word()))
                        .toList(),
                register.readers().everyone(),
                register.readers().positions(),
                register.writers().everyone(),
                register.writers().positions());
    }

    private static FieldLine line(Field field) {
        return new FieldLine(
                field.key(),
                field.name(),
                field.kind().word(),
                field.required(),
                field.unique(),
                String.join("、", field.options()),
                field.target());
    }
}
