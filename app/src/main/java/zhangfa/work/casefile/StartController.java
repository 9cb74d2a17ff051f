package zhangfa.work.casefile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.SignedIn;
import zhangfa.database.Keys;
import zhangfa.identity.Account;
import zhangfa.process.Cases;
import zhangfa.process.Drafts;
import zhangfa.ui.Faults;
import zhangfa.ui.Tried;

/** Where a case is started: choose a process, fill in its form, see the route, hand in. */
@Controller
class StartController {

    private final Cases cases;
    private final Drafts drafts;
    private final StartPage page;
    private final Tried tried;

    StartController(Cases cases, Drafts drafts, StartPage page, Tried tried) {
        this.cases = cases;
        this.drafts = drafts;
        this.page = page;
        this.tried = tried;
    }

    @GetMapping("/start")
    @SignedIn
    String index(Model model) {
        model.addAttribute("processes", page.startable());
        return "work/casefile/start";
    }

    @GetMapping("/start/{process}")
    @SignedIn
    ModelAndView form(@PathVariable String process, @RequestParam(required = false) @Nullable UUID draft, Account who) {
        var kept = Optional.ofNullable(draft).map(id -> drafts.find(who, id));
        var wish = new Cases.Wish(
                process,
                kept.map(Drafts.Draft::form).orElse(Map.of()),
                kept.map(Drafts.Draft::title).orElse(""),
                null);
        return page.of(who, wish, draft, draft != null, Faults.NONE);
    }

    /** The hidden command id makes a double click, or a form sent again, one case. */
    @PostMapping("/start/{process}")
    @SignedIn
    ModelAndView create(
            @PathVariable String process,
            @RequestParam(defaultValue = "") String caseTitle,
            @RequestParam UUID command,
            @RequestParam(required = false) @Nullable UUID draft,
            Account who,
            HttpServletRequest request,
            RedirectAttributes after) {
        var sent = request.getParameterMap();
        var wish = new Cases.Wish(process, page.typed(process, sent), caseTitle, NomineeField.read(sent), command);
        return tried.of(
                () -> {
                    var id = cases.start(who, wish);
                    Optional.ofNullable(draft).ifPresent(kept -> drafts.forget(who, kept));
                    after.addFlashAttribute("flash", "{work.started}");
                    return "redirect:/cases/" + id;
                },
                faults -> page.of(who, wish, draft == null ? Keys.next() : draft, false, faults));
    }

    /** The route that what is typed so far would take; asked again whenever the form changes. */
    @PostMapping("/start/{process}/route")
    @SignedIn
    String route(@PathVariable String process, Account who, Model model, HttpServletRequest request) {
        model.addAttribute("route", page.route(who, process, page.typed(process, request.getParameterMap())));
        return "work/casefile/route";
    }
}
