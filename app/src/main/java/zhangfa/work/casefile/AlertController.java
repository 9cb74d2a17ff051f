package zhangfa.work.casefile;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.notification.UrgentNotices;
import zhangfa.process.CaseTalk;
import zhangfa.process.Reading;
import zhangfa.work.inbox.Rows;

/** Urgent notices on the page of a case: raising one, and who has acknowledged them. */
@Controller
@RequestMapping("/cases/{id}/alerts")
class AlertController {

    private final CaseTalk talk;
    private final Reading reading;
    private final UrgentNotices urgent;
    private final Rows rows;
    private final CaseReply reply;

    AlertController(CaseTalk talk, Reading reading, UrgentNotices urgent, Rows rows, CaseReply reply) {
        this.talk = talk;
        this.reading = reading;
        this.urgent = urgent;
        this.rows = rows;
        this.reply = reply;
    }

    @GetMapping
    @SignedIn
    String index(@PathVariable UUID id, Account who, Model model) {
        model.addAttribute("id", id.toString());
        model.addAttribute(
                "alerts",
                urgent.about(reading.caseFile(who, id).id()).stream()
                        .map(this::alert)
                        .toList());
        return "work/casefile/alerts";
    }

    @PostMapping
    @SignedIn
    ModelAndView raise(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> who,
            @RequestParam(defaultValue = "") String comment,
            Account account,
            RedirectAttributes after) {
        return reply.to(
                account, id, Typed.NOTHING, "{work.did.alert}", after, () -> talk.alert(account, id, who, comment));
    }

    private Alert alert(UrgentNotices.Raised raised) {
        return new Alert(
                raised.remark(),
                raised.at(),
                raised.receipts().stream()
                        .map(receipt -> new Alert.Receipt(
                                rows.name(receipt.person()),
                                receipt.readAt(),
                                receipt.acknowledgedAt(),
                                receipt.rung()))
                        .toList());
    }
}
