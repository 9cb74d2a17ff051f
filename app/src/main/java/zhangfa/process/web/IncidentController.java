package zhangfa.process.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
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
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.process.Incidents;
import zhangfa.process.Incidents.Filter;
import zhangfa.process.Incidents.Incident;
import zhangfa.process.Incidents.Outcome;

/** Where cases stopped, for programs. */
@RestController
@RequestMapping("/api/v1/incidents")
class IncidentController {

    private final Incidents incidents;
    private final Words words;

    IncidentController(Incidents incidents, Words words) {
        this.incidents = incidents;
        this.words = words;
    }

    /** The case that stopped. */
    record Of(UUID id, String number, String title, String process) {}

    /** {@code reason} is for people, {@code detail} what exactly went wrong. */
    record Stopped(
            String id,
            @JsonProperty("case") Of of,
            String element,
            String elementName,
            String kind,
            String reason,
            String detail,
            Instant raisedAt,
            @Nullable Instant resolvedAt,
            List<String> actions) {}

    /** Corrected fields, and why; both may be missing. */
    record Mending(@Nullable JsonNode form, @Nullable String comment) {}

    /** Several at once. */
    record Many(
            @Nullable List<@Nullable String> ids, @Nullable String comment) {}

    @GetMapping
    @SignedIn
    Listing<Stopped> list(
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean count,
            Account who) {
        if (kind != null && !Incidents.KINDS.contains(kind)) {
            throw Refusal.invalid("/kind", "{form.enum}");
        }
        if (!state.equals("open") && !state.equals("resolved")) {
            throw Refusal.invalid("/state", "{form.enum}");
        }
        var filter = new Filter(process, kind, state.equals("resolved"));
        return incidents.list(who, filter, Window.of(size, after, count)).map(this::shape);
    }

    @GetMapping("/{id}")
    @SignedIn
    Stopped show(@PathVariable String id, Account who) {
        return shape(incidents.incident(who, id));
    }

    @PostMapping("/{id}/actions/retry")
    @SignedIn
    Outcome retry(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Mending mending,
            @RequestAttribute(name = Idempotency.COMMAND, required = false) @Nullable UUID command,
            Account who) {
        return mending == null
                ? incidents.retry(who, id, Map.of(), null, command)
                : incidents.retry(who, id, Forms.fields(mending.form()), mending.comment(), command);
    }

    @PostMapping("/actions/retry")
    @SignedIn
    Listing<Outcome> retry(@RequestBody Many many, Account who) {
        var ids = many.ids() == null
                ? List.<String>of()
                : many.ids().stream()
                        .map(id -> Objects.requireNonNullElse(id, ""))
                        .toList();
        return new Listing<>(incidents.retry(who, ids, many.comment()), null);
    }

    private Stopped shape(Incident incident) {
        return new Stopped(
                incident.id(),
                new Of(incident.caseId(), incident.caseNumber(), incident.title(), incident.process()),
                incident.element(),
                incident.elementName(),
                incident.kind(),
                words.say("{process.incident." + incident.kind() + "}"),
                words.say(incident.message()),
                incident.raisedAt(),
                incident.resolvedAt(),
                incident.isRetryable() ? List.of("retry") : List.of());
    }
}
