package zhangfa.process.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import zhangfa.api.Idempotency;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.process.Cases;
import zhangfa.process.Reading;
import zhangfa.process.Reading.Box;

/** Tasks: the boxes of an inbox, and what people do with a task. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

    private final Cases cases;
    private final Reading reading;
    private final Shapes shapes;

    TaskController(Cases cases, Reading reading, Shapes shapes) {
        this.cases = cases;
        this.reading = reading;
        this.shapes = shapes;
    }

    /** What comes with an action on a task; all of it may be missing. */
    record Deed(
            @Nullable String comment,
            @Nullable JsonNode form,
            @Nullable String to,
            @Nullable List<@Nullable String> who,
            @Nullable String position,
            @Nullable String then,
            @Nullable String outcome,
            @Nullable Map<String, @Nullable List<@Nullable String>> nominees) {

        static final Deed NOTHING = new Deed(null, null, null, null, null, null, null, null);

        List<String> people() {
            return who == null
                    ? List.of()
                    : who.stream()
                            .map(one -> Objects.requireNonNullElse(one, ""))
                            .toList();
        }
    }

    @GetMapping
    @SignedIn
    Listing<Map<String, @Nullable Object>> box(
            @RequestParam(defaultValue = "todo") String box,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean count,
            Account who) {
        return reading.box(who, named(box), Window.of(size, after, count)).map(shapes::task);
    }

    @GetMapping("/{id}")
    @SignedIn
    Map<String, @Nullable Object> show(@PathVariable UUID id, Account who) {
        return shapes.task(reading.task(who, id));
    }

    @PostMapping("/{id}/actions/{action}")
    @SignedIn
    Map<String, Object> act(
            @PathVariable UUID id,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable Deed deed,
            @RequestAttribute(name = Idempotency.COMMAND, required = false) @Nullable UUID command,
            Account who) {
        var said = deed == null ? Deed.NOTHING : deed;
        var caseId = cases.act(
                who,
                id,
                new Cases.Deed(
                        action,
                        Forms.fields(said.form()),
                        said.comment(),
                        said.to(),
                        said.people(),
                        said.position() == null ? said.then() : said.position(),
                        said.outcome(),
                        Forms.people(said.nominees()),
                        command));
        var file = reading.caseFile(who, caseId);
        var answer = new LinkedHashMap<String, Object>();
        file.tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .ifPresent(task -> answer.put("task", shapes.task(task)));
        answer.put("case", shapes.caseFile(file));
        return answer;
    }

    private static Box named(String box) {
        try {
            return Box.valueOf(box.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("/box", "{form.enum}");
        }
    }
}
