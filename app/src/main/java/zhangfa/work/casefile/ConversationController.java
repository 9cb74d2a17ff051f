package zhangfa.work.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.process.CaseTalk;

/** Where people note down, on the page of a case, what came of a call, a chat or a talk. */
@Controller
class ConversationController {

    private final CaseTalk desk;
    private final RefusedPage refused;
    private final Clock clock;

    ConversationController(CaseTalk desk, RefusedPage refused, Clock clock) {
        this.desk = desk;
        this.refused = refused;
        this.clock = clock;
    }

    @PostMapping("/cases/{id}/conversations")
    @SignedIn
    String record(
            @PathVariable UUID id,
            @ModelAttribute("talk") TalkForm talk,
            Account who,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            desk.record(who, id, talk.said(clock.getZone()));
            after.addFlashAttribute("flash", "{work.did.conversation}");
            return "redirect:/cases/" + id + "#timeline";
        } catch (Refusal refusal) {
            return refused.page(refusal, id, null, who, locale, model, response);
        }
    }
}
