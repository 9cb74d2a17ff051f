package zhangfa.rulebook.edition;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;
import zhangfa.ui.Faults;

/** One edition: read, compared with the one before, written while it is a draft, handed in. */
@Controller
@RequestMapping("/rulebook/editions/{id}")
class EditionController {

    private final EditionReading reading;
    private final EditionDesk desk;
    private final Writing writing;
    private final Submission submission;
    private final Organization organization;
    private final Words words;

    EditionController(
            EditionReading reading,
            EditionDesk desk,
            Writing writing,
            Submission submission,
            Organization organization,
            Words words) {
        this.reading = reading;
        this.desk = desk;
        this.writing = writing;
        this.submission = submission;
        this.organization = organization;
        this.words = words;
    }

    @GetMapping
    @SignedIn
    String show(@PathVariable UUID id, Account who, Model model) {
        return page(id, who, Faults.NONE, model);
    }

    @GetMapping("/difference")
    @SignedIn
    String difference(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID from, Account who, Model model) {
        var edition = reading.seen(id, who);
        model.addAttribute("edition", edition);
        model.addAttribute("older", reading.older(edition, from, who));
        model.addAttribute("difference", reading.difference(edition, from, who));
        return "rulebook/edition/difference";
    }

    @GetMapping("/head")
    @May(Permission.RULEBOOK_MANAGE)
    String head(@PathVariable UUID id, Account who, Model model) {
        var edition = reading.seen(id, who);
        var head = edition.head();
        var form = new HeadForm(
                edition.revision(),
                head.title(),
                head.rank().word(),
                head.scope().everyone(),
                head.scope().units(),
                head.scope().positions(),
                head.owner(),
                head.reason(),
                head.effectiveFrom());
        return head(id, form, who, Faults.NONE, model);
    }

    @PostMapping("/head")
    @May(Permission.RULEBOOK_MANAGE)
    String write(
            @PathVariable UUID id,
            HeadRequest request,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var form = request.form();
        try {
            writing.head(id, form, who.id());
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            var seen = refusal.kind() == Refusal.Kind.CONFLICT
                    ? form.at(reading.seen(id, who).revision())
                    : form;
            return head(id, seen, who, Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{rulebook.edition.written}");
        return "redirect:/rulebook/editions/" + id;
    }

    /** Goes into review: from here on people decide in its case. */
    @PostMapping("/submission")
    @May(Permission.RULEBOOK_MANAGE)
    String submit(@PathVariable UUID id, Account who, Model model, HttpServletResponse response) {
        try {
            return "redirect:/cases/" + submission.submit(reading.seen(id, who), who);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return page(id, who, Faults.of(refusal, words), model);
        }
    }

    @PostMapping("/removal")
    @May(Permission.RULEBOOK_MANAGE)
    String discard(@PathVariable UUID id, Account who, RedirectAttributes next) {
        desk.discard(id, who.id());
        next.addFlashAttribute("flash", "{rulebook.edition.discarded}");
        return "redirect:/rulebook/regulations";
    }

    private String page(UUID id, Account who, Faults faults, Model model) {
        var edition = reading.seen(id, who);
        model.addAttribute(
                "shown",
                new EditionPage(
                        edition,
                        reading.text(edition),
                        reading.of(edition.regulation(), who),
                        EditionReading.manages(who),
                        units(),
                        organization.positions()));
        model.addAttribute("faults", faults);
        return "rulebook/edition/show";
    }

    private String head(UUID id, HeadForm form, Account who, Faults faults, Model model) {
        model.addAttribute("edition", reading.seen(id, who));
        model.addAttribute("form", form);
        model.addAttribute("units", units());
        model.addAttribute("positions", organization.positions());
        model.addAttribute("faults", faults);
        return "rulebook/edition/head";
    }

    /** Names by keys, in the order of the chart. */
    private Map<String, String> units() {
        var units = new LinkedHashMap<String, String>();
        organization
                .units()
                .sorted(Comparator.comparing(Unit::position).thenComparing(Unit::name))
                .forEach(unit -> units.put(unit.key(), unit.name()));
        return units;
    }

    /** The head as a browser sends it. */
    record HeadRequest(
            int revision,
            @Nullable String title,
            @Nullable String rank,
            @Nullable Boolean everyone,
            @Nullable List<String> units,
            @Nullable List<String> positions,
            @Nullable String owner,
            @Nullable String reason,
            @Nullable LocalDate effective_from) {

        HeadForm form() {
            return new HeadForm(
                    revision,
                    title == null ? "" : title,
                    rank == null ? "" : rank,
                    Boolean.TRUE.equals(everyone),
                    units == null ? List.of() : units,
                    positions == null ? List.of() : positions,
                    owner == null ? "" : owner,
                    reason == null ? "" : reason,
                    effective_from);
        }
    }
}
