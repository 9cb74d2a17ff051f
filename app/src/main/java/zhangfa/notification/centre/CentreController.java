package zhangfa.notification.centre;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.notification.urgent.UrgentDesk;

/** The page of one's notices. */
@Controller
@RequestMapping("/notifications")
class CentreController {

    private static final String HERE = "/notifications";

    private final Notices notices;
    private final UrgentDesk urgent;

    CentreController(Notices notices, UrgentDesk urgent) {
        this.notices = notices;
        this.urgent = urgent;
    }

    @GetMapping
    @SignedIn
    String index(
            @RequestParam(defaultValue = "unread") String box,
            @RequestParam(required = false) @Nullable String after,
            Account who,
            Locale locale,
            Model model) {
        var chosen = Box.named(box).orElse(Box.UNREAD);
        var listing = notices.list(who.id(), chosen, Window.of(null, after), locale);
        model.addAttribute("box", chosen.key());
        model.addAttribute("boxes", Arrays.stream(Box.values()).map(Box::key).toList());
        model.addAttribute("notices", listing.items());
        model.addAttribute(
                "next", listing.next() == null ? null : HERE + "?box=" + chosen.key() + "&after=" + listing.next());
        model.addAttribute("unread", notices.unread(who.id()));
        return "notification/centre/index";
    }

    /** Leads to what the notice is about; whoever follows it has read it. */
    @GetMapping("/{message}")
    @SignedIn
    String follow(@PathVariable UUID message, Account who, Locale locale) {
        var notice = notices.find(who.id(), message, locale).orElseThrow(Refusal::notThere);
        notices.read(who.id(), message);
        return "redirect:" + (notice.link() == null ? HERE + "?box=all" : notice.link());
    }

    @PostMapping("/{message}/reading")
    @SignedIn
    String read(@PathVariable UUID message, @RequestParam(defaultValue = "unread") String box, Account who) {
        notices.read(who.id(), message);
        return "redirect:" + HERE + "?box=" + Box.named(box).orElse(Box.UNREAD).key();
    }

    @PostMapping("/{message}/acknowledgement")
    @SignedIn
    String acknowledge(@PathVariable UUID message, Account who, RedirectAttributes next) {
        urgent.acknowledge(message, who);
        next.addFlashAttribute("flash", "{notification.acknowledged-now}");
        return "redirect:" + HERE + "?box=urgent";
    }

    @PostMapping("/reading")
    @SignedIn
    String readAll(Account who, RedirectAttributes next) {
        notices.readAll(who.id());
        next.addFlashAttribute("flash", "{notification.all-read}");
        return "redirect:" + HERE;
    }
}
