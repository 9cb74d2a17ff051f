package zhangfa.notification.announcement;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.ui.Faults;

/** The pages of announcements. */
@Controller
@RequestMapping("/announcements")
class AnnouncementController {

    private static final String HERE = "/announcements";

    private final Announcements announcements;
    private final AnnouncementDesk desk;
    private final Audience audience;
    private final Organization organization;
    private final Words words;

    AnnouncementController(
            Announcements announcements,
            AnnouncementDesk desk,
            Audience audience,
            Organization organization,
            Words words) {
        this.announcements = announcements;
        this.desk = desk;
        this.audience = audience;
        this.organization = organization;
        this.words = words;
    }

    @GetMapping
    @SignedIn
    String index(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String after,
            Account who,
            Model model) {
        var listing = announcements.list(who.id(), open, Window.of(null, after));
        model.addAttribute("open", open);
        model.addAttribute("announcements", listing.items());
        model.addAttribute("mayPublish", audience.mayPublish(who));
        model.addAttribute("next", listing.next() == null ? null : HERE + "?open=" + open + "&after=" + listing.next());
        return "notification/announcement/index";
    }

    @GetMapping("/new")
    @SignedIn
    String begin(Account who, Model model) {
        if (!audience.mayPublish(who)) {
            throw Refusal.notAllowed();
        }
        return form(who, Draft.EMPTY, Faults.NONE, model);
    }

    @PostMapping
    @SignedIn
    String publish(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "false") boolean urgent,
            @RequestParam(defaultValue = "false") boolean everyone,
            @RequestParam(defaultValue = "") List<UUID> units,
            @RequestParam(defaultValue = "") List<String> positions,
            @RequestParam(name = "read_by", required = false) @Nullable LocalDate readBy,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var draft = new Draft(title, body, urgent, everyone, units, positions, readBy);
        try {
            var id = desk.publish(draft, who);
            next.addFlashAttribute("flash", "{notification.announcement.published-now}");
            return "redirect:" + HERE + "/" + id;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return form(who, draft, Faults.of(refusal, words), model);
        }
    }

    @GetMapping("/{id}")
    @SignedIn
    String show(@PathVariable UUID id, Account who, Model model) {
        desk.read(id, who);
        var found = announcements.find(who.id(), id).orElseThrow(Refusal::notThere);
        var isPublisher = found.publisherId().equals(who.id());
        model.addAttribute("announcement", found);
        model.addAttribute("open", isPublisher ? announcements.receipts(id, true) : List.of());
        model.addAttribute("isPublisher", isPublisher);
        return "notification/announcement/show";
    }

    @PostMapping("/{id}/confirmation")
    @SignedIn
    String confirm(@PathVariable UUID id, Account who, RedirectAttributes next) {
        var found = announcements.find(who.id(), id).orElseThrow(Refusal::notThere);
        desk.confirm(found.id(), who);
        next.addFlashAttribute("flash", "{notification.announcement.confirmed-now}");
        return "redirect:" + HERE + "/" + id;
    }

    @PostMapping("/{id}/reminder")
    @SignedIn
    String urge(@PathVariable UUID id, Account who, RedirectAttributes next) {
        var found = announcements.find(who.id(), id).orElseThrow(Refusal::notThere);
        var open =
                announcements.receipts(id, true).stream().map(Receipt::person).collect(Collectors.toSet());
        desk.urge(found, open, who);
        next.addFlashAttribute("flash", "{notification.announcement.urged}");
        return "redirect:" + HERE + "/" + id;
    }

    private String form(Account who, Draft draft, Faults faults, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("scopes", Scopes.of(who, organization));
        model.addAttribute("faults", faults);
        return "notification/announcement/new";
    }
}
