package zhangfa.register.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.register.Field;
import zhangfa.register.schema.Register;

/**
 * A record while it is written.
 *
 * @param id of the record that is changed; null for a new one
 * @param people names by usernames, for fields that hold somebody
 */
public record EntryForm(
        Register register,
        @Nullable UUID id,
        String number,
        int revision,
        String state,
        Map<String, String> written,
        Map<String, String> people) {

    public String value(Field field) {
        return written.getOrDefault(field.key(), "");
    }

    public String href() {
        return id == null ? register.href() : register.href() + "/" + id;
    }

    public Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        register.states().forEach(state -> states.put(state.key(), state.name()));
        return states;
    }

    public Map<String, String> options(Field field) {
        var options = new LinkedHashMap<String, String>();
        field.options().forEach(option -> options.put(option, option));
        return options;
    }
}
