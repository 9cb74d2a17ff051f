package zhangfa.rulebook.occurrence;

import java.util.List;
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
import zhangfa.file.Files;
import zhangfa.identity.Account;
import zhangfa.ui.Attachment;

/** One occurrence: where it is done, verified or given back. */
@Controller
@RequestMapping("/rulebook/occurrences/{id}")
class OccurrenceController {

    private final OccurrenceReading reading;
    private final OccurrenceDesk desk;
    private final Files files;

    OccurrenceController(OccurrenceReading reading, OccurrenceDesk desk, Files files) {
        this.reading = reading;
        this.desk = desk;
        this.files = files;
    }

    @GetMapping
    @SignedIn
    String show(@PathVariable UUID id, Account who, Model model) {
        var one = desk.seen(id, who);
        model.addAttribute("row", reading.row(one));
        model.addAttribute(
                "files",
                files.attachedTo(id).stream()
                        .map(file -> new Attachment(file.id().toString(), file.name(), file.size()))
                        .toList());
        model.addAttribute("mayDo", desk.mayDo(one, who));
        model.addAttribute("mayVerify", desk.mayVerify(one, who));
        return "rulebook/occurrence/show";
    }

    @PostMapping("/completion")
    @SignedIn
    String done(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable List<UUID> evidence,
            Account who,
            RedirectAttributes next) {
        return told(
                id,
                next,
                "{rulebook.occurrence.thanks}",
                () -> desk.done(id, note, evidence == null ? List.of() : evidence, who));
    }

    @PostMapping("/verification")
    @SignedIn
    String verify(@PathVariable UUID id, Account who, RedirectAttributes next) {
        return told(id, next, "{rulebook.occurrence.verified-now}", () -> desk.verify(id, who));
    }

    @PostMapping("/return")
    @SignedIn
    String giveBack(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Account who,
            RedirectAttributes next) {
        return told(id, next, "{rulebook.occurrence.returned}", () -> desk.giveBack(id, reason, who));
    }

    /** What is wrong with a note is said on the page itself. */
    private static String told(UUID id, RedirectAttributes next, String done, Runnable deed) {
        try {
            deed.run();
            next.addFlashAttribute("flash", done);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            next.addFlashAttribute("flash", refusal.faults().getFirst().detail());
        }
        return "redirect:/rulebook/occurrences/" + id;
    }
}
