package zhangfa.register.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal.Fault;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.register.Field;
import zhangfa.register.schema.Register;
import zhangfa.register.schema.Registers;

/** Reads what people wrote into the fields of a record, and writes it as people read it: people by username, links by number. */
@Component
public class Typing {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_AREA = 20_000;
    private static final String TRUE = "true|1|yes|y|是|√";
    private static final String FALSE = "false|0|no|n|否|×";

    private final Organization organization;
    private final Registers registers;
    private final Entries entries;

    Typing(Organization organization, Registers registers, Entries entries) {
        this.organization = organization;
        this.registers = registers;
        this.entries = entries;
    }

    /**
     * The values of one record; what is wrong is added to the faults.
     *
     * @param written texts by keys of fields
     * @param pointer what leads to a field by its key
     */
    Map<String, Object> read(
            Register register, Map<String, String> written, Function<String, String> pointer, List<Fault> faults) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : register.asked()) {
            var text = written.getOrDefault(field.key(), "").strip();
            if (text.isEmpty()) {
                if (field.required()) {
                    faults.add(new Fault(pointer.apply(field.key()), "{form.required}"));
                }
            } else {
                var value = value(field, text);
                if (value == null) {
                    faults.add(new Fault(
                            pointer.apply(field.key()),
                            "{register.wrong." + field.kind().word() + "}"));
                } else {
                    values.put(field.key(), value);
                }
            }
        }
        return values;
    }

    /** As it is typed into a form, and written into a file that can be read again. */
    public Map<String, String> typed(Register register, Map<String, Object> values) {
        var typed = new HashMap<String, String>();
        for (var field : register.fields()) {
            var value = values.get(field.key());
            if (value != null) {
                typed.put(field.key(), typed(field, value));
            }
        }
        return typed;
    }

    /** As people read it, for a list of records; links are looked up together. */
    List<Map<String, Shown>> shown(Register register, List<Entry> records) {
        var numbers = new HashMap<String, Map<UUID, String>>();
        for (var field : register.fields()) {
            var target = field.target() == null
                    ? null
                    : registers.find(field.target()).orElse(null);
            if (target != null) {
                var ids = records.stream()
                        .map(record -> record.value(field.key()))
                        .filter(UUID.class::isInstance)
                        .map(UUID.class::cast)
                        .toList();
                numbers.put(field.key(), ids.isEmpty() ? Map.of() : entries.numbers(target, ids));
            }
        }
        return records.stream().map(record -> shown(register, record, numbers)).toList();
    }

    private Map<String, Shown> shown(Register register, Entry record, Map<String, Map<UUID, String>> numbers) {
        var shown = new LinkedHashMap<String, Shown>();
        for (var field : register.fields()) {
            var value = record.value(field.key());
            if (value != null) {
                shown.put(field.key(), shown(field, value, numbers.getOrDefault(field.key(), Map.of())));
            }
        }
        return shown;
    }

    private Shown shown(Field field, Object value, Map<UUID, String> numbers) {
        return switch (field.kind()) {
            case PERSON -> Shown.of(name((UUID) value));
            case LINK ->
                new Shown(numbers.getOrDefault((UUID) value, "—"), "/registers/" + field.target() + "/" + value);
            default -> Shown.of(typed(field, value));
        };
    }

    private String typed(Field field, Object value) {
        return switch (field.kind()) {
            case PERSON ->
                organization.person((UUID) value).map(Person::username).orElse("");
            case LINK ->
                registers
                        .find(String.valueOf(field.target()))
                        .map(target ->
                                entries.numbers(target, List.of((UUID) value)).get((UUID) value))
                        .orElse("");
            case NUMBER -> ((BigDecimal) value).toPlainString();
            default -> value.toString();
        };
    }

    private String name(UUID person) {
        return organization.person(person).map(Person::name).orElse("—");
    }

    /** Null where it is nothing of this kind. */
    private @Nullable Object value(Field field, String text) {
        return switch (field.kind()) {
            case TEXT -> text.length() <= LONGEST_TEXT ? text : null;
            case AREA -> text.length() <= LONGEST_AREA ? text.replace("\r\n", "\n") : null;
            case CHOICE -> field.options().contains(text) ? text : null;
            case NUMBER ->
                text.replace(",", "").matches("-?\\d{1,18}(\\.\\d{1,6})?")
                        ? new BigDecimal(text.replace(",", ""))
                        : null;
            case DATE -> date(text);
            case YES_NO ->
                text.matches("(?i)" + TRUE) ? Boolean.TRUE : text.matches("(?i)" + FALSE) ? Boolean.FALSE : null;
            case PERSON -> person(text);
            case LINK ->
                registers
                        .find(String.valueOf(field.target()))
                        .map(target -> entries.ids(target, List.of(text)).get(text))
                        .orElse(null);
        };
    }

    /** By username, else by a name that only one person has. */
    private @Nullable UUID person(String text) {
        var named = organization.personNamed(text);
        if (named.isPresent()) {
            return named.get().id();
        }
        var same = organization
                .everybody()
                .filter(person -> person.name().equals(text))
                .toList();
        return same.size() == 1 ? same.getFirst().id() : null;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.replace('/', '-').replaceAll("-(\\d)(?=-|$)", "-0$1"));
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
