package zhangfa.work.view;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;

/** Keeps the list that one sees under a name, and forgets it. */
@Controller
class ViewController {

    private final Views views;

    ViewController(Views views) {
        this.views = views;
    }

    @PostMapping("/cases/views")
    @SignedIn
    String keep(
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            Account who,
            RedirectAttributes next) {
        var view = views.keep(who.id(), name, CaseQuery.of(status, process, mine, from, until));
        next.addFlashAttribute("flash", "{work.view.kept}");
        return "redirect:" + view.query().href();
    }

    @PostMapping("/cases/views/{id}/forgetting")
    @SignedIn
    String forget(@PathVariable UUID id, Account who, RedirectAttributes next) {
        views.forget(who.id(), id);
        next.addFlashAttribute("flash", "{work.view.forgotten}");
        return "redirect:/cases";
    }
}
