package zhangfa.work.incident;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.process.Incidents;
import zhangfa.ui.Csv;

/** The list of incidents, for owners of processes and the inspector: filtered, exported, tried again together. */
@Controller
class IncidentsController {

    private static final int PIECE = 200;

    private final Incidents incidents;
    private final Troubles troubles;
    private final Words words;
    private final DateTimeFormatter minute;

    IncidentsController(Incidents incidents, Troubles troubles, Words words, Clock clock) {
        this.incidents = incidents;
        this.troubles = troubles;
        this.words = words;
        this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(clock.getZone());
    }

    @GetMapping(TroubleFilter.HERE)
    @SignedIn
    String index(
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Account who,
            Model model) {
        var filter = TroubleFilter.of(process, kind, state);
        var listing = incidents.list(who, filter.incidents(), Window.of(null, after));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "troubles", listing.items().stream().map(troubles::of).toList());
        model.addAttribute("next", listing.next() == null ? null : filter.after(listing.next()));
        return "work/incident/index";
    }

    @PostMapping(TroubleFilter.HERE + "/retry")
    @SignedIn
    String retry(
            @RequestParam(name = "id", defaultValue = "") List<String> ids,
            Account who,
            Model model,
            RedirectAttributes after) {
        if (ids.isEmpty()) {
            after.addFlashAttribute("flash", words.say("{work.incident.none-chosen}"));
            return "redirect:" + TroubleFilter.HERE;
        }
        var before =
                ids.stream().map(id -> troubles.of(incidents.incident(who, id))).toList();
        var outcomes = incidents.retry(who, ids, null);
        model.addAttribute(
                "results",
                outcomes.stream()
                        .map(outcome -> new Trouble.Result(
                                before.get(outcomes.indexOf(outcome)), outcome.result(), outcome.detail()))
                        .toList());
        return "work/incident/retried";
    }

    @GetMapping(TroubleFilter.HERE + ".csv")
    @SignedIn
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            Account who) {
        var filter = TroubleFilter.of(process, kind, state);
        incidents.list(who, filter.incidents(), new Window(1, null));
        var head = Csv.row(
                words.say("{work.overdue.number}"),
                words.say("{work.overdue.title}"),
                words.say("{work.overdue.process}"),
                words.say("{work.incident.where}"),
                words.say("{work.incident.reason}"),
                words.say("{work.incident.detail}"),
                words.say("{work.incident.since}"),
                words.say("{work.incident.until}"));
        return Csv.file("incidents.csv", head, writer -> write(writer, who, filter));
    }

    private void write(Writer writer, Account who, TroubleFilter filter) throws IOException {
        @Nullable String after = null;
        do {
            var piece = incidents.list(who, filter.incidents(), new Window(PIECE, after));
            for (var incident : piece.items()) {
                var row = troubles.of(incident);
                writer.write(Csv.row(
                        row.number(),
                        row.title(),
                        row.processName(),
                        row.element(),
                        row.reason(),
                        row.detail(),
                        minute.format(row.since()),
                        row.resolvedAt() == null ? "" : minute.format(row.resolvedAt())));
            }
            after = piece.next();
        } while (after != null);
    }
}
