package zhangfa.notification.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import zhangfa.notification.preference.Preferences;
import zhangfa.ui.Faults;

/** The page of webhooks and robots, for whoever runs the installation. */
@Controller
@RequestMapping("/administration/endpoints")
class EndpointController {

    private static final String HERE = "/administration/endpoints";

    private final Endpoints endpoints;
    private final Preferences preferences;
    private final Words words;

    EndpointController(Endpoints endpoints, Preferences preferences, Words words) {
        this.endpoints = endpoints;
        this.preferences = preferences;
        this.words = words;
    }

    @GetMapping
    @May(Permission.SYSTEM_OPERATE)
    String index(Model model) {
        return page(Faults.NONE, model);
    }

    @PostMapping
    @May(Permission.SYSTEM_OPERATE)
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") List<String> kinds,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            var made = endpoints.add(new NewEndpoint(name, format, url, secret, kinds), who);
            next.addFlashAttribute("secret", made.secret());
            next.addFlashAttribute("flash", "{notification.endpoint.added}");
            return "redirect:" + HERE;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return page(Faults.of(refusal, words), model);
        }
    }

    @PostMapping("/{id}/removal")
    @May(Permission.SYSTEM_OPERATE)
    String remove(@PathVariable UUID id, Account who, RedirectAttributes next) {
        endpoints.remove(id, who);
        next.addFlashAttribute("flash", "{notification.endpoint.removed}");
        return "redirect:" + HERE;
    }

    private String page(Faults faults, Model model) {
        model.addAttribute("endpoints", endpoints.living());
        model.addAttribute(
                "formats", Arrays.stream(Format.values()).map(Format::key).toList());
        model.addAttribute("kinds", preferences.kinds());
        model.addAttribute("secret", model.getAttribute("secret") instanceof String secret ? secret : "");
        model.addAttribute("faults", faults);
        return "notification/endpoint/index";
    }
}
