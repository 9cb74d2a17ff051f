package zhangfa.notification.preference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.notification.MessageKind;

/** How one wants to be reached, for programs. */
@RestController
@RequestMapping("/api/v1/notifications/preferences")
class PreferenceApi {

    private final Preferences preferences;

    PreferenceApi(Preferences preferences) {
        this.preferences = preferences;
    }

    /** Language and quiet hours ({@code HH:mm}, the company's zone), the digest, and the kinds that go by mail. */
    record Choice(
            @Nullable String language,
            @Nullable String quietFrom,
            @Nullable String quietTo,
            @Nullable Boolean digest,
            @Nullable List<String> email) {}

    @GetMapping
    @SignedIn
    Choice show(Account who) {
        var habit = preferences.habit(who.id());
        var chosen = preferences.chosen(who.id(), Preferences.EMAIL);
        return new Choice(
                habit.language().toLanguageTag(),
                habit.quietFrom() == null ? null : habit.quietFrom().toString(),
                habit.quietTo() == null ? null : habit.quietTo().toString(),
                habit.digest(),
                preferences.kinds().stream()
                        .map(MessageKind::key)
                        .filter(key -> chosen.getOrDefault(key, false))
                        .toList());
    }

    @PutMapping
    @SignedIn
    Choice keep(@RequestBody Choice choice, Account who) {
        var habit = Wishes.habit(
                choice.language() == null ? Habit.USUAL.language().toLanguageTag() : choice.language(),
                choice.quietFrom(),
                choice.quietTo(),
                Boolean.TRUE.equals(choice.digest()));
        preferences.keep(who.id(), habit, wanted(choice.email()));
        return show(who);
    }

    private Map<String, Boolean> wanted(@Nullable List<String> kinds) {
        var wanted = new HashMap<String, Boolean>();
        if (kinds == null) {
            return wanted;
        }
        preferences.kinds().forEach(kind -> wanted.put(kind.key(), false));
        for (int i = 0; i < kinds.size(); i++) {
            if (wanted.replace(kinds.get(i), true) == null) {
                throw Refusal.invalid("/email/" + i, "{form.enum}");
            }
        }
        return wanted;
    }
}
