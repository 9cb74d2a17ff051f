package zhangfa.work.casefile;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.notification.Notifications;
import zhangfa.process.Processes;
import zhangfa.process.Reading;
import zhangfa.ui.Faults;
import zhangfa.work.inbox.Rows;
import zhangfa.work.view.CaseFilters;
import zhangfa.work.view.CaseQuery;
import zhangfa.work.view.Views;

/** The list of cases that one may see, and the page of each. */
@Controller
@RequestMapping("/cases")
class CaseController {

    private final Reading reading;
    private final Processes processes;
    private final CasePages pages;
    private final Rows rows;
    private final Notifications notifications;
    private final Views views;
    private final Clock clock;

    CaseController(
            Reading reading,
            Processes processes,
            CasePages pages,
            Rows rows,
            Notifications notifications,
            Views views,
            Clock clock) {
        this.reading = reading;
        this.processes = processes;
        this.pages = pages;
        this.rows = rows;
        this.notifications = notifications;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping
    @SignedIn
    String index(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String after,
            Account who,
            Model model) {
        var query = CaseQuery.of(status, process, mine, from, until);
        var listing = reading.cases(who, query.filter(clock.getZone()), Window.of(50, after));
        var names = new LinkedHashMap<String, String>();
        processes.list().forEach(one -> names.put(one.key(), one.name()));
        model.addAttribute("filters", new CaseFilters(query, names, views.of(who.id())));
        model.addAttribute("rows", listing.items().stream().map(rows::of).toList());
        model.addAttribute("next", listing.next() == null ? null : query.after(listing.next()));
        return "work/casefile/index";
    }

    @GetMapping("/{id}")
    @SignedIn
    String show(@PathVariable UUID id, Account who, Locale locale, Model model) {
        model.addAttribute("file", pages.of(reading.caseFile(who, id), who, locale, Faults.NONE, Typed.NOTHING));
        notifications.seen(who.id(), id);
        return "work/casefile/show";
    }

    /** For the diagram of a case that one sees. */
    @GetMapping(path = "/{id}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    @SignedIn
    String bpmn(@PathVariable UUID id, Account who) {
        var file = reading.caseFile(who, id);
        return processes.bpmn(file.process(), file.version());
    }
}
