package zhangfa.identity.setup;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.Open;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.identity.Usernames;
import zhangfa.identity.credential.NewPassword;
import zhangfa.ui.Faults;

/** Where the holder of the set-up link becomes the first administrator. */
@Controller
class SetUpController {

    private final SetUpLink link;
    private final Words words;

    SetUpController(SetUpLink link, Words words) {
        this.link = link;
        this.words = words;
    }

    @GetMapping("/setup/{key}")
    @Open
    String show(@PathVariable String key, Model model) {
        refuseUnlessOpenedBy(key);
        return page(key, "", "", Faults.NONE, model);
    }

    @PostMapping("/setup/{key}")
    @Open
    String make(
            @PathVariable String key,
            @RequestParam String username,
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam String repeated,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        refuseUnlessOpenedBy(key);
        try {
            refuseIncomplete(username, name);
            link.makeAdministrator(
                    key, username.strip(), name.strip(), NewPassword.chosen(password, repeated, username));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return page(key, username, name, Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{identity.setup-made}");
        return "redirect:/login?then=/setup";
    }

    private static void refuseIncomplete(String username, String name) {
        var faults = new ArrayList<Refusal.Fault>();
        if (!Usernames.isUsable(username.strip())) {
            faults.add(new Refusal.Fault("/username", "{identity.username-form}"));
        }
        if (name.isBlank() || name.length() > 60) {
            faults.add(new Refusal.Fault("/name", "{identity.name-missing}"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private void refuseUnlessOpenedBy(String key) {
        if (!link.isOpenedBy(key)) {
            throw Refusal.of(Refusal.Kind.NOT_THERE, "{identity.setup-gone}");
        }
    }

    private static String page(String key, String username, String name, Faults faults, Model model) {
        model.addAttribute("key", key);
        model.addAttribute("username", username);
        model.addAttribute("name", name);
        model.addAttribute("faults", faults);
        return "identity/setup/show";
    }
}
