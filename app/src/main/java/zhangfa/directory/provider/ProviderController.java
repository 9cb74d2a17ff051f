package zhangfa.directory.provider;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.ui.Faults;

/** The pages where outside systems are set up. */
@Controller
@RequestMapping("/administration/providers")
class ProviderController {

    private static final String HERE = "/administration/providers";

    private final ProviderDesk desk;
    private final Providers providers;
    private final Words words;
    private final String base;

    ProviderController(ProviderDesk desk, Providers providers, Words words, @Value("${zhangfa.url}") String base) {
        this.desk = desk;
        this.providers = providers;
        this.words = words;
        this.base = base.replaceFirst("/+$", "");
    }

    @GetMapping
    @May(Permission.SYSTEM_OPERATE)
    String index(Model model) {
        model.addAttribute("providers", providers.all());
        model.addAttribute("kinds", desk.kinds());
        return "directory/provider/index";
    }

    @GetMapping("/new")
    @May(Permission.SYSTEM_OPERATE)
    String form(@RequestParam(defaultValue = "") String kind, Model model) {
        var chosen = Kind.named(kind).filter(desk.kinds()::contains).orElseThrow(Refusal::notThere);
        return page(new ProviderForm(Wish.empty(chosen), chosen, null, base), Faults.NONE, model);
    }

    @PostMapping
    @May(Permission.SYSTEM_OPERATE)
    String add(
            @RequestParam MultiValueMap<String, String> form,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var wish = wish(form);
        try {
            var id = desk.add(wish, who);
            next.addFlashAttribute("flash", "{directory.added}");
            return "redirect:" + HERE + "/" + id;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            var kind = Kind.named(wish.kind()).orElseThrow(() -> refusal);
            return page(new ProviderForm(wish, kind, null, base), Faults.of(refusal, words), model);
        }
    }

    @GetMapping("/{id}")
    @May(Permission.SYSTEM_OPERATE)
    String show(@PathVariable UUID id, Model model) {
        var provider = desk.withId(id);
        return page(new ProviderForm(Wish.of(provider), provider.kind(), provider, base), Faults.NONE, model);
    }

    @PostMapping("/{id}")
    @May(Permission.SYSTEM_OPERATE)
    String change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var provider = desk.withId(id);
        try {
            desk.change(id, wish(form), who);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            var again = new ProviderForm(wish(form), provider.kind(), provider, base);
            return page(again, Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{directory.changed}");
        return "redirect:" + HERE + "/" + id;
    }

    @PostMapping("/{id}/trial")
    @May(Permission.SYSTEM_OPERATE)
    String test(@PathVariable UUID id, Model model, HttpServletResponse response, RedirectAttributes next) {
        var provider = desk.withId(id);
        try {
            desk.test(id);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            var form = new ProviderForm(Wish.of(provider), provider.kind(), provider, base);
            return page(form, Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{directory.tested}");
        return "redirect:" + HERE + "/" + id;
    }

    @PostMapping("/{id}/removal")
    @May(Permission.SYSTEM_OPERATE)
    String remove(@PathVariable UUID id, Account who, RedirectAttributes next) {
        desk.remove(id, who);
        next.addFlashAttribute("flash", "{directory.removed}");
        return "redirect:" + HERE;
    }

    private static Wish wish(MultiValueMap<String, String> form) {
        return new Wish(
                text(form.getFirst("key")).strip(),
                text(form.getFirst("kind")),
                under("labels.", form),
                form.containsKey("enabled"),
                form.getOrDefault("matching", List.of()),
                under("settings.", form),
                text(form.getFirst("secret")));
    }

    private static Map<String, String> under(String prefix, MultiValueMap<String, String> form) {
        return form.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(prefix.length()),
                        entry -> entry.getValue().getFirst().strip()));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static String page(ProviderForm form, Faults faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return "directory/provider/show";
    }
}
