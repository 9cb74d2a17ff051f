package zhangfa.process.overdue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;
import zhangfa.process.Overdue;
import zhangfa.process.Overdue.By;
import zhangfa.process.Overdue.Filter;
import zhangfa.process.Overdue.Late;
import zhangfa.process.Overdue.Tally;

/** What is late, for programs; cases are urged by {@code POST /cases/{id}/actions/urge}. */
@RestController
@RequestMapping("/api/v1/overdue")
class OverdueApi {

    private final Overdue overdue;
    private final Organization organization;
    private final Words words;

    OverdueApi(Overdue overdue, Organization organization, Words words) {
        this.overdue = overdue;
        this.organization = organization;
        this.words = words;
    }

    /** A late task; {@code case} is null where one answers for the person but may not see the case. */
    record LateTask(
            UUID task,
            @JsonProperty("case") Late.@Nullable Of of,
            String process,
            String processName,
            List<String> articles,
            String step,
            String name,
            List<String> assignees,
            @Nullable String accountable,
            Instant dueAt) {}

    /** How much is late with a person (username), in a unit (key) or in a process (key). */
    record Sum(@Nullable String key, String name, int count, Instant oldestDueAt) {}

    @GetMapping
    @SignedIn
    Listing<LateTask> list(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean count,
            Account who) {
        return overdue.list(who, filter(person, unit, process), Window.of(size, after, count))
                .map(this::shape);
    }

    @GetMapping("/sums")
    @SignedIn
    Listing<Sum> sums(
            @RequestParam(defaultValue = "person") String by,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String process,
            Account who) {
        var chosen = By.named(by).orElseThrow(() -> Refusal.invalid("/by", "{form.enum}"));
        var sums = overdue.tally(who, chosen, filter(person, unit, process)).stream()
                .map(tally -> new Sum(key(chosen, tally), tally.name(), tally.count(), tally.oldest()))
                .toList();
        return new Listing<>(sums, null);
    }

    private Filter filter(@Nullable String person, @Nullable String unit, @Nullable String process) {
        return new Filter(
                person == null
                        ? null
                        : organization
                                .personNamed(person)
                                .map(Person::id)
                                .orElseThrow(
                                        () -> Refusal.invalid("/person", "{process.no-such-person|" + person + "}")),
                unit == null
                        ? null
                        : organization
                                .unitKeyed(unit)
                                .map(Unit::id)
                                .orElseThrow(() -> Refusal.invalid("/unit", "{form.enum}")),
                process);
    }

    private LateTask shape(Late late) {
        return new LateTask(
                late.task(),
                late.of(),
                late.process(),
                late.processName(),
                late.articles(),
                late.step(),
                late.stepName() == null ? words.say("{process.step.initiator}") : late.stepName(),
                usernames(late.seats()),
                username(late.person()),
                late.dueAt());
    }

    private @Nullable String key(By by, Tally tally) {
        return switch (by) {
            case PERSON -> username(UUID.fromString(tally.key()));
            case UNIT ->
                tally.key().isEmpty()
                        ? null
                        : organization
                                .unit(UUID.fromString(tally.key()))
                                .map(Unit::key)
                                .orElse(null);
            case PROCESS -> tally.key();
        };
    }

    private List<String> usernames(Collection<UUID> people) {
        return organization.people(people).stream().map(Person::username).toList();
    }

    private @Nullable String username(UUID person) {
        return organization.person(person).map(Person::username).orElse(null);
    }
}
