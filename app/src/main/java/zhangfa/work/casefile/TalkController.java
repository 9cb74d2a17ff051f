package zhangfa.work.casefile;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.process.CaseTalk;

/** Where people speak about a case on its page and leave it where it is. */
@Controller
@RequestMapping("/cases/{id}")
class TalkController {

    private final CaseTalk talk;
    private final CaseReply reply;

    TalkController(CaseTalk talk, CaseReply reply) {
        this.talk = talk;
        this.reply = reply;
    }

    @PostMapping("/comments")
    @SignedIn
    ModelAndView comment(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") List<String> who,
            @RequestParam(defaultValue = "false") boolean copy,
            Account account,
            RedirectAttributes after) {
        var typed = new Typed(null, null, comment, Map.of());
        return reply.to(
                account,
                id,
                typed,
                "{work.did.comment}",
                after,
                () -> talk.comment(account, id, comment.strip(), who, copy));
    }

    @PostMapping("/copies")
    @SignedIn
    ModelAndView copy(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> who,
            Account account,
            RedirectAttributes after) {
        return reply.to(account, id, Typed.NOTHING, "{work.did.cc}", after, () -> talk.copyTo(account, id, who));
    }

    @PostMapping("/urging")
    @SignedIn
    ModelAndView urge(@PathVariable UUID id, Account who, RedirectAttributes after) {
        return reply.to(who, id, Typed.NOTHING, "{work.did.urge}", after, () -> talk.urge(who, id, null));
    }
}
