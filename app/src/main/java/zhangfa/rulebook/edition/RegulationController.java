package zhangfa.rulebook.edition;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.rulebook.regulation.Edition;
import zhangfa.ui.Faults;

/** The company's own regulations, and the ways in which a new edition begins. */
@Controller
class RegulationController {

    private final EditionReading reading;
    private final EditionDesk desk;
    private final Words words;

    RegulationController(EditionReading reading, EditionDesk desk, Words words) {
        this.reading = reading;
        this.desk = desk;
        this.words = words;
    }

    @GetMapping("/rulebook/regulations")
    @SignedIn
    String index(@RequestParam(required = false) @Nullable String after, Account who, Model model) {
        return list(who, after, "", Faults.NONE, model);
    }

    /** From nothing. */
    @PostMapping("/rulebook/regulations")
    @May(Permission.RULEBOOK_MANAGE)
    String begin(
            @RequestParam(defaultValue = "") String title, Account who, Model model, HttpServletResponse response) {
        try {
            return "redirect:/rulebook/editions/" + desk.begin(title, who.id());
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return list(who, null, title, Faults.of(refusal, words), model);
        }
    }

    /** The edition that a reader wants first. */
    @GetMapping("/rulebook/regulations/{id}")
    @SignedIn
    String show(@PathVariable UUID id, Account who) {
        var editions = reading.of(id, who);
        var first = editions.stream()
                .filter(edition -> edition.standing() == Edition.Standing.IN_FORCE)
                .findFirst()
                .orElse(editions.getFirst());
        return "redirect:" + first.href();
    }

    /** From the edition before. */
    @PostMapping("/rulebook/regulations/{id}/editions")
    @May(Permission.RULEBOOK_MANAGE)
    String revise(@PathVariable UUID id, Account who) {
        return "redirect:/rulebook/editions/" + desk.revise(id, who.id());
    }

    /** From a document. */
    @PostMapping("/rulebook/drafts/{draft}/edition")
    @May(Permission.RULEBOOK_MANAGE)
    String take(
            @PathVariable UUID draft,
            @RequestParam(required = false) @Nullable UUID regulation,
            Account who,
            RedirectAttributes next) {
        var edition = desk.take(draft, regulation, who.id());
        next.addFlashAttribute("flash", "{rulebook.edition.taken}");
        return "redirect:/rulebook/editions/" + edition;
    }

    private String list(Account who, @Nullable String after, String title, Faults faults, Model model) {
        var listing = reading.list(who, Window.of(null, after));
        model.addAttribute("editions", listing.items());
        model.addAttribute("next", listing.next() == null ? null : "/rulebook/regulations?after=" + listing.next());
        model.addAttribute("manages", EditionReading.manages(who));
        model.addAttribute("newTitle", title);
        model.addAttribute("faults", faults);
        return "rulebook/edition/index";
    }
}
