package zhangfa.rulebook.edition;

import jakarta.servlet.http.HttpServletResponse;
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
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.rulebook.regulation.Provision;
import zhangfa.ui.Faults;

/** Where one provision of a draft edition is written. */
@Controller
@RequestMapping("/rulebook/editions/{edition}/provisions/{id}")
class ProvisionController {

    private final EditionReading reading;
    private final Writing writing;
    private final Words words;

    ProvisionController(EditionReading reading, Writing writing, Words words) {
        this.reading = reading;
        this.writing = writing;
        this.words = words;
    }

    @GetMapping
    @May(Permission.RULEBOOK_MANAGE)
    String edit(@PathVariable UUID edition, @PathVariable UUID id, Account who, Model model) {
        var found = reading.seen(edition, who);
        return page(edition, reading.provision(found, id), null, Faults.NONE, who, model);
    }

    @PostMapping
    @May(Permission.RULEBOOK_MANAGE)
    String write(
            @PathVariable UUID edition,
            @PathVariable UUID id,
            ProvisionForm form,
            Account who,
            Model model,
            HttpServletResponse response) {
        try {
            writing.provision(edition, id, form, who.id());
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            var theirs =
                    refusal.kind() == Refusal.Kind.CONFLICT ? reading.provision(reading.seen(edition, who), id) : null;
            return page(edition, form.shown(id), theirs, Faults.of(refusal, words), who, model);
        }
        return "redirect:/rulebook/editions/" + edition + "#p-" + id;
    }

    /** A new article behind this provision. */
    @PostMapping("/next")
    @May(Permission.RULEBOOK_MANAGE)
    String add(@PathVariable UUID edition, @PathVariable UUID id, Account who) {
        return "redirect:/rulebook/editions/" + edition + "/provisions/" + writing.add(edition, id, who.id());
    }

    @PostMapping("/removal")
    @May(Permission.RULEBOOK_MANAGE)
    String remove(
            @PathVariable UUID edition,
            @PathVariable UUID id,
            @RequestParam int revision,
            Account who,
            RedirectAttributes next) {
        writing.remove(edition, id, revision, who.id());
        next.addFlashAttribute("flash", "{rulebook.provision.removed}");
        return "redirect:/rulebook/editions/" + edition;
    }

    /** What was typed; beside it, where somebody was faster, what they wrote. */
    private String page(
            UUID edition, Provision provision, @Nullable Provision theirs, Faults faults, Account who, Model model) {
        model.addAttribute("edition", reading.seen(edition, who));
        model.addAttribute("provision", provision);
        model.addAttribute("theirs", theirs);
        model.addAttribute("faults", faults);
        return "rulebook/edition/provision";
    }
}
