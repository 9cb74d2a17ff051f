package zhangfa.work.migration;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.process.Migrations;
import zhangfa.process.Migrations.Preview;
import zhangfa.process.Ownership;
import zhangfa.process.Processes;
import zhangfa.ui.Faults;

/** Taking running cases over to another version: what would come of it, doing it, and how far it is. */
@Controller
class MigrationController {

    private static final String HERE = "/migrations";

    private final Migrations migrations;
    private final Processes processes;
    private final Ownership ownership;
    private final Words words;

    MigrationController(Migrations migrations, Processes processes, Ownership ownership, Words words) {
        this.migrations = migrations;
        this.processes = processes;
        this.ownership = ownership;
        this.words = words;
    }

    @GetMapping(HERE)
    @SignedIn
    String index(Account who, Model model) {
        var owned = ownership.of(who.id());
        if (owned.isEmpty()) {
            throw Refusal.notAllowed();
        }
        model.addAttribute(
                "processes",
                processes.list().stream()
                        .filter(process -> owned.contains(process.key()))
                        .map(process -> new MigrationPage.Owned(process.key(), process.name(), process.version()))
                        .toList());
        return "work/migration/index";
    }

    @GetMapping(HERE + "/{key}")
    @SignedIn
    String show(@PathVariable String key, Account who, Model model) {
        model.addAttribute("migration", page(who, key, MigrationForm.EMPTY, null, Faults.NONE));
        return "work/migration/show";
    }

    @PostMapping(HERE + "/{key}")
    @SignedIn
    String act(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String mapping,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String action,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var form = new MigrationForm(from, to, mapping, comment);
        try {
            var plan = form.plan(key);
            if (action.equals("run")) {
                migrations.begin(who, plan, comment, null);
                after.addFlashAttribute("flash", words.say("{work.migration.begun}"));
                return "redirect:" + HERE + "/" + key;
            }
            model.addAttribute("migration", page(who, key, form, migrations.preview(who, plan), Faults.NONE));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute("migration", page(who, key, form, null, Faults.of(refusal, words)));
        }
        return "work/migration/show";
    }

    private MigrationPage page(Account who, String key, MigrationForm form, @Nullable Preview preview, Faults faults) {
        return new MigrationPage(
                key,
                processes.find(key).map(Processes.Summary::name).orElse(key),
                migrations.versions(who, key),
                form,
                preview,
                migrations.latest(who, key),
                faults);
    }
}
