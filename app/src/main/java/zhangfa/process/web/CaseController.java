package zhangfa.process.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import zhangfa.api.Idempotency;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.journal.Entry;
import zhangfa.journal.Journal;
import zhangfa.process.CaseControl;
import zhangfa.process.CaseFile;
import zhangfa.process.CaseTalk;
import zhangfa.process.Cases;
import zhangfa.process.Choices;
import zhangfa.process.Choices.Place;
import zhangfa.process.Reading;
import zhangfa.process.TaskItem;

/** Cases: starting, following, and what is done to a whole case. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseController {

    private static final Set<String> STATUSES =
            Set.of("running", "suspended", "completed", "rejected", "cancelled", "failed");

    private final Cases cases;
    private final CaseTalk talk;
    private final CaseControl control;
    private final Choices choices;
    private final Reading reading;
    private final Journal journal;
    private final Shapes shapes;

    CaseController(
            Cases cases,
            CaseTalk talk,
            CaseControl control,
            Choices choices,
            Reading reading,
            Journal journal,
            Shapes shapes) {
        this.cases = cases;
        this.talk = talk;
        this.control = control;
        this.choices = choices;
        this.reading = reading;
        this.journal = journal;
        this.shapes = shapes;
    }

    /** A case is wanted; the form is checked as a whole, so it may be anything here. */
    record Start(
            @Nullable String process,
            @Nullable JsonNode form,
            @Nullable String title,
            @Nullable Map<String, @Nullable List<@Nullable String>> nominees) {}

    /** What comes with an action on a case; {@code place} is one of its choices where it has several, {@code copy} puts mentioned people into copy who do not see it. */
    record Words(
            @Nullable String comment,
            @Nullable List<String> who,
            @Nullable String to,
            @Nullable Integer place,
            @Nullable Boolean copy) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SignedIn
    Map<String, @Nullable Object> start(
            @RequestBody Start start,
            @RequestAttribute(name = Idempotency.COMMAND, required = false) @Nullable UUID command,
            Account who) {
        if (start.process() == null || start.process().isBlank()) {
            throw Refusal.invalid("/process", "{form.required}");
        }
        var id = cases.start(
                who,
                new Cases.Wish(
                        start.process(),
                        Forms.fields(start.form()),
                        start.title(),
                        Forms.people(start.nominees()),
                        command));
        return shapes.caseFile(reading.caseFile(who, id));
    }

    @GetMapping
    @SignedIn
    Listing<Map<String, @Nullable Object>> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(name = "started_by", required = false) @Nullable String startedBy,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean count,
            Account who) {
        if (status != null && !STATUSES.contains(status)) {
            throw Refusal.invalid("/status", "{form.enum}");
        }
        if (startedBy != null && !startedBy.equals("me")) {
            throw Refusal.invalid("/started_by", "{form.enum}");
        }
        var filter = new Reading.Filter(status, process, startedBy != null);
        return reading.cases(who, filter, Window.of(size, after, count)).map(shapes::listed);
    }

    @GetMapping("/{id}")
    @SignedIn
    Map<String, @Nullable Object> show(@PathVariable UUID id, Account who) {
        var file = reading.caseFile(who, id);
        var shape = shapes.caseFile(file);
        var kin = reading.kin(who, id);
        shape.put("caller", kin.caller());
        shape.put("called", kin.called());
        shape.put("choices", choices.of(who, file));
        return shape;
    }

    @GetMapping("/{id}/journal")
    @SignedIn
    Listing<Map<String, @Nullable Object>> journal(
            @PathVariable UUID id,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            Account who) {
        var file = reading.caseFile(who, id);
        var window = Window.of(size == null ? 200 : size, after);
        var entries = journal.of(id, Forms.number(window.after()), window.rows());
        return Listing.of(entries, window.size(), entry -> Integer.toString(entry.seq()))
                .map(entry -> shapes.entry(
                        entry, activityName(file, entry), file.form().keySet()));
    }

    @PostMapping("/{id}/actions/{action}")
    @SignedIn
    Map<String, @Nullable Object> act(
            @PathVariable UUID id,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable Words words,
            @RequestAttribute(name = Idempotency.COMMAND, required = false) @Nullable UUID command,
            Account who) {
        var said = words == null ? new Words(null, null, null, null, null) : words;
        switch (action) {
            case "cancel" -> cases.cancel(who, id, said.comment(), command);
            case "suspend" -> control.suspend(who, id, said.comment(), command);
            case "resume" -> control.resume(who, id, said.comment(), command);
            case "reopen" -> control.reopen(who, id, step(said), said.comment(), command);
            case "activate" -> choices.activate(who, id, new Place(said.place()), step(said), said.comment(), command);
            case "leave" -> choices.leave(who, id, new Place(said.place()), said.comment(), command);
            case "urge" -> talk.urge(who, id, said.comment());
            case "comment" ->
                talk.comment(
                        who,
                        id,
                        said.comment() == null ? "" : said.comment(),
                        said.who() == null ? List.of() : said.who(),
                        Boolean.TRUE.equals(said.copy()));
            case "alert" ->
                talk.alert(
                        who,
                        id,
                        said.who() == null ? List.of() : said.who(),
                        said.comment() == null ? "" : said.comment());
            case "cc" -> talk.copyTo(who, id, said.who() == null ? List.of() : said.who());
            default -> throw Refusal.notThere();
        }
        return shapes.caseFile(reading.caseFile(who, id));
    }

    private static String step(Words said) {
        if (said.to() == null || said.to().isBlank()) {
            throw Refusal.invalid("/to", "{form.required}");
        }
        return said.to();
    }

    private String activityName(CaseFile file, Entry entry) {
        return file.tasks().stream()
                .filter(task -> task.step().equals(entry.activity()))
                .findFirst()
                .map(this::name)
                .orElse("");
    }

    private String name(TaskItem task) {
        return shapes.name(task);
    }
}
