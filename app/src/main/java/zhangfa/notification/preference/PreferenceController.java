package zhangfa.notification.preference;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.notification.MessageKind;
import zhangfa.ui.Faults;
import zhangfa.ui.Language;

/** The page on which everybody says how they want to be reached. */
@Controller
@RequestMapping("/notifications/preferences")
class PreferenceController {

    private final Preferences preferences;
    private final Words words;

    PreferenceController(Preferences preferences, Words words) {
        this.preferences = preferences;
        this.words = words;
    }

    @GetMapping
    @SignedIn
    String show(Account who, Model model) {
        var chosen = preferences.chosen(who.id(), Preferences.EMAIL);
        return page(preferences.habit(who.id()), chosen, Faults.NONE, model);
    }

    @PostMapping
    @SignedIn
    String keep(
            @RequestParam(defaultValue = "") List<String> kind,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(name = "quiet_from", defaultValue = "") String quietFrom,
            @RequestParam(name = "quiet_to", defaultValue = "") String quietTo,
            @RequestParam(defaultValue = "false") boolean digest,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            var habit = Wishes.habit(language, quietFrom, quietTo, digest);
            preferences.keep(who.id(), habit, chosen(kind));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            var before = preferences.habit(who.id());
            var entered = new Habit(before.language(), before.quietFrom(), before.quietTo(), digest);
            return page(entered, chosen(kind), Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{notification.preferences.kept}");
        return "redirect:/notifications/preferences";
    }

    private Map<String, Boolean> chosen(List<String> kinds) {
        return preferences.kinds().stream()
                .collect(Collectors.toMap(MessageKind::key, kind -> kinds.contains(kind.key())));
    }

    private String page(Habit habit, Map<String, Boolean> chosen, Faults faults, Model model) {
        model.addAttribute("kinds", preferences.kinds());
        model.addAttribute("chosen", chosen);
        model.addAttribute("habit", habit);
        model.addAttribute(
                "languages", Language.ALL.stream().map(Locale::toLanguageTag).toList());
        model.addAttribute("faults", faults);
        return "notification/preference/show";
    }
}
