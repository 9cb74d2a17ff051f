package zhangfa.work.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.process.Drafts;
import zhangfa.process.Processes;
import zhangfa.process.Reading;
import zhangfa.work.form.FormInput;

/** Drafts: kept while one fills in a form, listed, discarded and taken back. */
@Controller
class DraftController {

    private final Drafts drafts;
    private final Processes processes;
    private final Reading reading;

    DraftController(Drafts drafts, Processes processes, Reading reading) {
        this.drafts = drafts;
        this.processes = processes;
        this.reading = reading;
    }

    @GetMapping("/drafts")
    @SignedIn
    String index(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable UUID discarded,
            Account who,
            Model model) {
        var listing = drafts.of(who, Window.of(null, after));
        model.addAttribute(
                "rows", listing.items().stream().map(DraftController::row).toList());
        model.addAttribute("next", listing.next() == null ? null : "/drafts?after=" + listing.next());
        model.addAttribute("discarded", discarded == null ? null : discarded.toString());
        model.addAttribute("todos", reading.todos(who));
        return "work/draft/index";
    }

    /** The button; afterwards one sees all drafts. */
    @PostMapping("/start/{process}/draft")
    @SignedIn
    String save(
            @PathVariable String process,
            @RequestParam UUID draft,
            @RequestParam(defaultValue = "") String caseTitle,
            Account who,
            HttpServletRequest request,
            RedirectAttributes after) {
        keep(process, draft, caseTitle, who, request);
        after.addFlashAttribute("flash", "{work.draft.saved}");
        return "redirect:/drafts";
    }

    /** By itself, while somebody types. */
    @PostMapping("/start/{process}/draft/keeping")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SignedIn
    void keepOn(
            @PathVariable String process,
            @RequestParam UUID draft,
            @RequestParam(defaultValue = "") String caseTitle,
            Account who,
            HttpServletRequest request) {
        keep(process, draft, caseTitle, who, request);
    }

    @PostMapping("/drafts/{id}/discarding")
    @SignedIn
    String discard(@PathVariable UUID id, Account who) {
        drafts.discard(who, id);
        return "redirect:/drafts?discarded=" + id;
    }

    @PostMapping("/drafts/{id}/restoring")
    @SignedIn
    String restore(@PathVariable UUID id, Account who, RedirectAttributes after) {
        drafts.restore(who, id);
        after.addFlashAttribute("flash", "{work.draft.restored}");
        return "redirect:/drafts";
    }

    private void keep(String process, UUID draft, String caseTitle, Account who, HttpServletRequest request) {
        var form = FormInput.read(processes.describe(process).form(), request.getParameterMap());
        drafts.save(who, draft, process, caseTitle.isBlank() ? null : caseTitle.strip(), form);
    }

    private static DraftRow row(Drafts.Draft draft) {
        var title = Objects.requireNonNullElse(
                draft.title(), draft.form().get("title") instanceof String text ? text : draft.processName());
        return new DraftRow(
                draft.id(),
                "/start/" + draft.process() + "?draft=" + draft.id(),
                title,
                draft.processName(),
                draft.savedAt());
    }
}
