package zhangfa.rulebook.draft;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.identity.Permission;
import zhangfa.rulebook.structure.Passage.Kind;

/** Corrects a draft's passages; each answer is the rows that changed. */
@Controller
@RequestMapping("/rulebook/drafts/{draft}/passages/{id}")
class PassageController {

    private static final String ROWS = "rulebook/draft/rows";

    private final DraftDesk desk;

    PassageController(DraftDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @May(Permission.RULEBOOK_MANAGE)
    String show(@PathVariable UUID draft, @PathVariable UUID id, Model model) {
        return rows(draft, List.of(desk.one(draft, id)), model);
    }

    @GetMapping("/edit")
    @May(Permission.RULEBOOK_MANAGE)
    String edit(@PathVariable UUID draft, @PathVariable UUID id, Model model) {
        model.addAttribute("draft", draft.toString());
        model.addAttribute("passage", desk.one(draft, id));
        return "rulebook/draft/edit";
    }

    @PostMapping
    @May(Permission.RULEBOOK_MANAGE)
    String write(
            @PathVariable UUID draft,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            Model model) {
        return rows(draft, List.of(desk.write(draft, id, number, title, text)), model);
    }

    /** By steps, {@code raise} and {@code lower}, or at once to what is named. */
    @PostMapping("/level")
    @May(Permission.RULEBOOK_MANAGE)
    String level(@PathVariable UUID draft, @PathVariable UUID id, @RequestParam String to, Model model) {
        var changed = switch (to) {
            case "raise" -> desk.raise(draft, id);
            case "lower" -> desk.lower(draft, id);
            default -> desk.make(draft, id, kind(to));
        };
        return rows(draft, List.of(changed), model);
    }

    /** The row is gone, and the one before it has grown. */
    @PostMapping("/merging")
    @May(Permission.RULEBOOK_MANAGE)
    String merge(@PathVariable UUID draft, @PathVariable UUID id, Model model) {
        model.addAttribute("elsewhere", true);
        return rows(draft, List.of(desk.merge(draft, id)), model);
    }

    @PostMapping("/splitting")
    @May(Permission.RULEBOOK_MANAGE)
    String split(
            @PathVariable UUID draft,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam int at,
            Model model) {
        desk.write(draft, id, number, title, text);
        return rows(draft, desk.split(draft, id, at), model);
    }

    private static String rows(UUID draft, List<DraftPassage> passages, Model model) {
        model.addAttribute("draft", draft.toString());
        model.addAttribute("passages", passages);
        return ROWS;
    }

    private static Kind kind(String word) {
        try {
            return Kind.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("/to", "{rulebook.draft.unknown-level}");
        }
    }
}
