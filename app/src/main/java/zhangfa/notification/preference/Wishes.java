package zhangfa.notification.preference;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.ui.Language;

/** Reads what somebody wishes, as forms and programs write it, and says what is wrong with it. */
final class Wishes {

    private Wishes() {}

    static Habit habit(String language, @Nullable String quietFrom, @Nullable String quietTo, boolean digest) {
        var locale = Locale.forLanguageTag(language);
        if (!Language.ALL.contains(locale)) {
            throw Refusal.invalid("/language", "{form.enum}");
        }
        var from = time(quietFrom, "/quiet_from");
        var to = time(quietTo, "/quiet_to");
        if ((from == null) != (to == null) || (from != null && from.equals(to))) {
            throw Refusal.invalid(from == null ? "/quiet_from" : "/quiet_to", "{notification.quiet-both}");
        }
        return new Habit(locale, from, to, digest);
    }

    private static @Nullable LocalTime time(@Nullable String text, String pointer) {
        try {
            return text == null || text.isBlank() ? null : LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(pointer, "{notification.not-a-time}");
        }
    }
}
