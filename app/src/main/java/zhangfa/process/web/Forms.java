package zhangfa.process.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import zhangfa.api.PlainText;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.process.form.Fields;
import zhangfa.process.form.FormFault;

/** Takes what a request sends as a form, which may be anything, for what it should be: an object. */
final class Forms {

    private static final int FARTHEST_DIGIT = 1000;

    private Forms() {}

    static Map<String, Object> fields(@Nullable JsonNode form) {
        if (form == null || form.isNull() || form.isMissingNode()) {
            return Map.of();
        }
        if (!form.isObject()) {
            throw Refusal.invalid("/form", "{form.no-object}");
        }
        var faults = new ArrayList<Fault>();
        check(form, "/form", faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return Fields.read(form.toString());
    }

    /** What no schema needs to say: text is plain, and numbers are such as one can reckon with. */
    private static void check(JsonNode value, String pointer, List<Fault> faults) {
        if (value.isString() && !PlainText.is(value.asString())) {
            faults.add(new Fault(pointer, "{api.characters}"));
        } else if (value.isNumber() && Math.abs((long) value.decimalValue().scale()) > FARTHEST_DIGIT) {
            faults.add(new Fault(pointer, "{form.number}"));
        } else if (value.isArray()) {
            for (int place = 0; place < value.size(); place++) {
                check(value.get(place), pointer + "/" + place, faults);
            }
        } else if (value.isObject()) {
            for (var field : value.properties()) {
                if (PlainText.is(field.getKey())) {
                    check(field.getValue(), pointer + "/" + FormFault.escaped(field.getKey()), faults);
                } else {
                    faults.add(new Fault(pointer, "{api.characters}"));
                }
            }
        }
    }

    /** Usernames by step. */
    static Map<String, List<String>> people(@Nullable Map<String, @Nullable List<@Nullable String>> sent) {
        var people = new LinkedHashMap<String, List<String>>();
        if (sent != null) {
            sent.forEach((step, names) -> people.put(
                    step,
                    names == null
                            ? List.of()
                            : names.stream().flatMap(Stream::ofNullable).toList()));
        }
        return people;
    }

    static int number(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("/after", "{api.cursor}");
        }
    }
}
