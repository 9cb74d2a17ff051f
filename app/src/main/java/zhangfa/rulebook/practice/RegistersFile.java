package zhangfa.rulebook.practice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import zhangfa.register.Field;
import zhangfa.register.FieldKind;
import zhangfa.register.RegisterPlan;
import zhangfa.register.State;
import zhangfa.rulebook.source.YamlMap;

/** Reads a registers.yaml: the registers that a section's work is kept in, each a table with fields and states. */
final class RegistersFile {

    private static final String KEY = "[a-z][a-z0-9_]{0,23}";
    private static final int LONGEST_NAME = 60;
    private static final int MOST_FIELDS = 60;

    private RegistersFile() {}

    static List<RegisterPlan> read(String file, String text) {
        var keys = new HashSet<String>();
        return YamlMap.read(file, text).only("registers").maps("registers").stream()
                .map(register -> register(register, keys))
                .toList();
    }

    private static RegisterPlan register(YamlMap register, Set<String> keys) {
        register.only("key", "name", "prefix", "readers", "writers", "fields", "states");
        var fieldKeys = new HashSet<String>();
        var stateKeys = new HashSet<String>();
        var fields = register.maps("fields").stream()
                .map(field -> field(field, fieldKeys))
                .toList();
        var states = register.maps("states").stream()
                .map(state -> state(state, stateKeys))
                .toList();
        if (fields.isEmpty() || fields.size() > MOST_FIELDS || states.isEmpty()) {
            throw register.fault("a register has 1 to " + MOST_FIELDS + " fields and at least one state");
        }
        return new RegisterPlan(
                key(register, keys),
                name(register),
                register.matching("prefix", "[A-Za-z0-9-]{1,10}"),
                fields,
                states,
                register.texts("readers"),
                register.texts("writers"));
    }

    private static Field field(YamlMap field, Set<String> keys) {
        field.only("key", "name", "kind", "required", "unique", "options", "target");
        var kind = field.choice("kind", FieldKind.class);
        var options = field.texts("options");
        if ((kind == FieldKind.CHOICE) == options.isEmpty()) {
            throw field.fault("\"options\" belong to a choice, and a choice has some");
        }
        if ((kind == FieldKind.LINK) != field.has("target")) {
            throw field.fault("\"target\" belongs to a link, and a link has one: the key of a register");
        }
        if (kind == FieldKind.AREA && field.flag("unique")) {
            throw field.fault("an area is too long to be unique");
        }
        return new Field(
                key(field, keys),
                name(field),
                kind,
                field.flag("required"),
                field.flag("unique"),
                options,
                kind == FieldKind.LINK ? field.matching("target", KEY) : null,
                false);
    }

    private static State state(YamlMap state, Set<String> keys) {
        state.only("key", "name", "category");
        return new State(key(state, keys), name(state), state.choice("category", State.Category.class));
    }

    /** Names beginning with {@code record_} are the view's own columns. */
    private static String key(YamlMap place, Set<String> keys) {
        var key = place.matching("key", "(?!record_)" + KEY);
        if (!keys.add(key)) {
            throw place.fault("the key " + key + " stands here twice");
        }
        return key;
    }

    private static String name(YamlMap place) {
        var name = place.text("name");
        if (name.length() > LONGEST_NAME) {
            throw place.fault("a name has at most " + LONGEST_NAME + " characters");
        }
        return name;
    }
}
