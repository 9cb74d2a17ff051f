package zhangfa.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import zhangfa.api.Open;
import zhangfa.api.Words;
import zhangfa.identity.Destination;
import zhangfa.identity.Signed;
import zhangfa.identity.WaysIn;

/** The log-in page. */
@Controller
class SignInController {

    private final Signed signed;
    private final WaysIn ways;
    private final Words words;

    SignInController(Signed signed, WaysIn ways, Words words) {
        this.signed = signed;
        this.ways = ways;
        this.words = words;
    }

    @GetMapping("/login")
    @Open
    String form(
            @RequestParam(required = false) @Nullable String then,
            @RequestParam(required = false) @Nullable String out,
            Locale language,
            Model model) {
        var destination = Destination.of(then);
        if (signed.ifAny().isPresent()) {
            return "redirect:" + destination.path();
        }
        return page(new SignInForm(destination.path(), "", null, out != null, ways.in(language)), model);
    }

    /** Reached from the form only, when the name or the password was wrong. */
    @PostMapping("/login/refusal")
    @Open
    String refused(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(required = false) @Nullable String then,
            HttpServletRequest request,
            Locale language,
            Model model) {
        var refusal = request.getAttribute(SignInOutcome.REFUSAL) instanceof String said ? words.say(said) : null;
        return page(new SignInForm(Destination.of(then).path(), username, refusal, false, ways.in(language)), model);
    }

    private static String page(SignInForm form, Model model) {
        model.addAttribute("form", form);
        return "identity/signin/show";
    }
}
