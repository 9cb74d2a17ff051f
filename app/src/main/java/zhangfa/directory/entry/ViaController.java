package zhangfa.directory.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.Open;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Providers;
import zhangfa.identity.Account;
import zhangfa.identity.Admission;
import zhangfa.identity.Destination;
import zhangfa.identity.Signed;

/** The way out to a provider's page and back in. Cards in chats lead here too: who is in already goes straight on. */
@Controller
class ViaController {

    private final Providers providers;
    private final Journey journey;
    private final Admission admission;
    private final Signed signed;
    private final Words words;

    ViaController(Providers providers, Journey journey, Admission admission, Signed signed, Words words) {
        this.providers = providers;
        this.journey = journey;
        this.admission = admission;
        this.signed = signed;
        this.words = words;
    }

    @GetMapping("/login/via/{key}")
    @Open
    String leave(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var destination = Destination.of(to).path();
        if (signed.ifAny().isPresent()) {
            return "redirect:" + destination;
        }
        try {
            return "redirect:" + journey.begin(provider(key), destination, null, request);
        } catch (Refusal refusal) {
            return refused(refusal, destination, response, model);
        }
    }

    /**
     * Links the outside identity to the account that is signed in, by logging in there once. Our content policy lets no form
     * end on another host, so the page goes there by itself.
     */
    @PostMapping("/me/identities/via/{key}")
    @SignedIn
    ResponseEntity<Void> link(@PathVariable String key, Account account, HttpServletRequest request) {
        var page = journey.begin(provider(key), "/me/identities", account.id(), request);
        return ResponseEntity.noContent().header("HX-Redirect", page.toString()).build();
    }

    @GetMapping("/login/via/{key}/return")
    @Open
    String come(
            @PathVariable String key,
            @RequestParam Map<String, String> answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var destination = "/";
        try {
            admission.refuseTooMany(request);
            var attempt = journey.attempt(provider(key), answer.get("state"), request);
            destination = attempt.destination();
            if (attempt.linking() != null) {
                journey.link(provider(key), attempt, signed.account(), answer, request);
                next.addFlashAttribute("flash", "{directory.linked}");
            } else {
                admission.admit(journey.arrived(provider(key), attempt, answer, request), request, response);
            }
            return "redirect:" + destination;
        } catch (Refusal refusal) {
            return refused(refusal, destination, response, model);
        }
    }

    private Provider provider(String key) {
        return providers
                .keyed(key)
                .filter(known -> known.enabled() && known.kind().hasPage())
                .orElseThrow(Refusal::notThere);
    }

    private String refused(Refusal refusal, String destination, HttpServletResponse response, Model model) {
        response.setStatus(refusal.kind().status());
        model.addAttribute("why", words.say(refusal.detail()));
        model.addAttribute("then", destination);
        return "directory/entry/refused";
    }
}
