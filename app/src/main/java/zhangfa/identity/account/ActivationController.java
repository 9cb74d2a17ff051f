package zhangfa.identity.account;

import jakarta.servlet.http.HttpServletResponse;
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
import zhangfa.identity.Account;
import zhangfa.identity.credential.NewPassword;
import zhangfa.ui.Faults;

/** Where the holder of an activation link chooses a password. */
@Controller
class ActivationController {

    private final Activations activations;
    private final Words words;

    ActivationController(Activations activations, Words words) {
        this.activations = activations;
        this.words = words;
    }

    @GetMapping("/activation/{secret}")
    @Open
    String show(@PathVariable String secret, Model model) {
        return page(holder(secret), Faults.NONE, model);
    }

    @PostMapping("/activation/{secret}")
    @Open
    String activate(
            @PathVariable String secret,
            @RequestParam String password,
            @RequestParam String repeated,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var account = holder(secret);
        try {
            activations.activate(secret, NewPassword.chosen(password, repeated, account.username()));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return page(account, Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{identity.activated}");
        return "redirect:/login";
    }

    private Account holder(String secret) {
        return activations
                .holder(secret)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_THERE, "{identity.activation-gone}"));
    }

    private static String page(Account account, Faults faults, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("faults", faults);
        return "identity/account/activation";
    }
}
