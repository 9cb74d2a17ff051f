package zhangfa.rulebook.draft;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.Listing;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.rulebook.regulation.Editions;
import zhangfa.ui.Faults;

/** From a document to a draft, on pages. */
@Controller
@RequestMapping("/rulebook/drafts")
class DraftController {

    private static final int ROWS = 150;
    private static final int MOST_REGULATIONS = 500;

    private final Drafts drafts;
    private final DraftDesk desk;
    private final Intake intake;
    private final Editions editions;
    private final Words words;

    DraftController(Drafts drafts, DraftDesk desk, Intake intake, Editions editions, Words words) {
        this.drafts = drafts;
        this.desk = desk;
        this.intake = intake;
        this.editions = editions;
        this.words = words;
    }

    @GetMapping
    @May(Permission.RULEBOOK_MANAGE)
    String index(Model model) {
        return list(model, Faults.NONE);
    }

    @PostMapping
    @May(Permission.RULEBOOK_MANAGE)
    String take(@RequestParam MultipartFile file, Account who, Model model, HttpServletResponse response)
            throws IOException {
        try {
            return "redirect:/rulebook/drafts/" + intake.take(file, who.id());
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return list(model, Faults.of(refusal, words));
        }
    }

    @GetMapping("/{id}")
    @May(Permission.RULEBOOK_MANAGE)
    String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable BigDecimal after, Model model) {
        return page(id, after, Faults.NONE, model);
    }

    @PostMapping("/{id}")
    @May(Permission.RULEBOOK_MANAGE)
    String keep(
            @PathVariable UUID id,
            @RequestParam String title,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            desk.keep(id, title, who.id());
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return page(id, null, Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{rulebook.draft.kept}");
        return "redirect:/rulebook/drafts/" + id;
    }

    @PostMapping("/{id}/removal")
    @May(Permission.RULEBOOK_MANAGE)
    String discard(@PathVariable UUID id, Account who, RedirectAttributes next) {
        desk.discard(id, who.id());
        next.addFlashAttribute("flash", "{rulebook.draft.discarded}");
        return "redirect:/rulebook/drafts";
    }

    private String list(Model model, Faults faults) {
        model.addAttribute("drafts", drafts.all());
        model.addAttribute("faults", faults);
        return "rulebook/draft/index";
    }

    private String page(UUID id, @Nullable BigDecimal after, Faults faults, Model model) {
        var draft = drafts.find(id).orElseThrow(Refusal::notThere);
        var listing = Listing.of(
                drafts.passages(id, after, ROWS + 1),
                ROWS,
                passage -> passage.place().toPlainString());
        var next = listing.next() == null ? null : draft.href() + "?after=" + listing.next();
        model.addAttribute("shown", new DraftPage(draft, listing.items(), next, drafts.count(id), faults));
        model.addAttribute("regulations", regulations());
        return "rulebook/draft/show";
    }

    /** Those of which a document can be the next version: titles by ids. */
    private Map<String, String> regulations() {
        var regulations = new LinkedHashMap<String, String>();
        editions.newest(false, null, MOST_REGULATIONS)
                .forEach(edition -> regulations.put(edition.regulation().toString(), edition.title()));
        return regulations;
    }
}
