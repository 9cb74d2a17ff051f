package zhangfa.identity.account;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Workplaces;
import zhangfa.identity.credential.NewPassword;
import zhangfa.identity.token.Tokens;
import zhangfa.ui.Faults;

/** One's own account: who one is here, the password, the API tokens. */
@Controller
class MeController {

    private static final int LONGEST_DAYS = 365;
    private static final int LONGEST_LABEL = 60;

    private final PasswordDesk desk;
    private final Tokens tokens;
    private final Workplaces workplaces;
    private final Words words;

    MeController(PasswordDesk desk, Tokens tokens, Workplaces workplaces, Words words) {
        this.desk = desk;
        this.tokens = tokens;
        this.workplaces = workplaces;
        this.words = words;
    }

    @GetMapping("/me")
    @SignedIn
    String show(Account account, Model model) {
        return page(account, Faults.NONE, model);
    }

    @PostMapping("/me/password")
    @SignedIn
    String changePassword(
            Account account,
            @RequestParam String present,
            @RequestParam String password,
            @RequestParam String repeated,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        try {
            desk.change(account, present, NewPassword.chosen(password, repeated, account.username()), session.getId());
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return page(account, Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{identity.password-changed}");
        return "redirect:/me";
    }

    @PostMapping("/me/tokens")
    @SignedIn
    String issue(
            Account account,
            @RequestParam String label,
            @RequestParam int days,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var named = label.strip();
        if (named.isEmpty() || named.length() > LONGEST_LABEL || days < 1 || days > LONGEST_DAYS) {
            response.setStatus(422);
            return page(account, Faults.of(Refusal.invalid("/label", "{identity.label-wrong}"), words), model);
        }
        var issued = tokens.issue(account.id(), named, Duration.ofDays(days));
        next.addFlashAttribute("issued", issued.token());
        return "redirect:/me";
    }

    @PostMapping("/me/tokens/{token}/revocation")
    @SignedIn
    String revoke(Account account, @PathVariable UUID token, RedirectAttributes next) {
        tokens.revoke(account.id(), token);
        next.addFlashAttribute("flash", "{identity.token-revoked}");
        return "redirect:/me";
    }

    private String page(Account account, Faults faults, Model model) {
        @Nullable String issued = model.getAttribute("issued") instanceof String secret ? secret : null;
        var unit = workplaces.unitOf(account.id()).orElse(null);
        model.addAttribute("own", new OwnAccount(account, unit, tokens.of(account.id()), issued));
        model.addAttribute("faults", faults);
        return "identity/account/me";
    }
}
