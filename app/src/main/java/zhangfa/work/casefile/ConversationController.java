package zhangfa.work.casefile;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.process.CaseTalk;

/** Where people note down, on the page of a case, what came of a call, a chat or a talk. */
@Controller
class ConversationController {

    private final CaseTalk desk;
    private final CaseReply reply;
    private final Clock clock;

    ConversationController(CaseTalk desk, CaseReply reply, Clock clock) {
        this.desk = desk;
        this.reply = reply;
        this.clock = clock;
    }

    @PostMapping("/cases/{id}/conversations")
    @SignedIn
    ModelAndView record(
            @PathVariable UUID id, @ModelAttribute("talk") TalkForm talk, Account who, RedirectAttributes after) {
        return reply.to(
                who,
                id,
                Typed.NOTHING,
                "{work.did.conversation}",
                after,
                () -> desk.record(who, id, talk.said(clock.getZone())));
    }
}
