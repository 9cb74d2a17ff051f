package zhangfa.process.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import zhangfa.api.Refusal;
import zhangfa.process.form.Fields;

/** Takes what a request sends as a form, which may be anything, for what it should be: an object. */
final class Forms {

    private Forms() {}

    static Map<String, Object> fields(@Nullable JsonNode form) {
        if (form == null || form.isNull() || form.isMissingNode()) {
            return Map.of();
        }
        if (!form.isObject()) {
            throw Refusal.invalid("/form", "{form.no-object}");
        }
        return Fields.read(form.toString());
    }

    static int number(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("/after", "{api.cursor}");
        }
    }
}
