package zhangfa.register.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import zhangfa.organization.Person;
import zhangfa.register.Field;
import zhangfa.register.FieldKind;
import zhangfa.register.State;

/**
 * A register as its makers defined it.
 *
 * @param key its place in addresses and the name of its table and view; never changed
 * @param prefix what its numbers begin with
 * @param states the first one is where a record begins
 * @param revision how often it was changed: whoever changes it names the one that they saw
 */
public record Register(
        String key,
        String name,
        String prefix,
        List<Field> fields,
        List<State> states,
        Access readers,
        Access writers,
        int revision) {

    public String table() {
        return "register.r_" + key;
    }

    public String sequence() {
        return "register.n_" + key;
    }

    public String view() {
        return "fact.register_" + key;
    }

    public String href() {
        return "/registers/" + key;
    }

    /** Those that are filled in. */
    public List<Field> asked() {
        return fields.stream().filter(field -> !field.retired()).toList();
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.key().equals(name)).findFirst();
    }

    public Optional<State> state(String name) {
        return states.stream().filter(state -> state.key().equals(name)).findFirst();
    }

    /** What a list has room for: the first ones that are not long. */
    public List<Field> listed() {
        return asked().stream()
                .filter(field -> field.kind() != FieldKind.AREA)
                .limit(5)
                .toList();
    }

    public boolean isReadBy(Person person) {
        return readers.lets(person.position()) || isWrittenBy(person);
    }

    public boolean isWrittenBy(Person person) {
        return writers.lets(person.position());
    }

    /** Keys of registers that links lead to. */
    public Stream<String> targets() {
        return asked().stream().flatMap(field -> Stream.ofNullable(field.target()));
    }
}
