package zhangfa.process.run;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowStart;
import zhangfa.flow.FlowStart.Kind;
import zhangfa.organization.Organization;
import zhangfa.process.definition.Definition;
import zhangfa.process.definition.Definitions;

/**
 * Begins cases that no person starts, where a message, a signal or a time comes in: for whoever sent it, else for the owner of
 * the process, to whom what nobody asked for falls.
 */
@Component
class Beginnings {

    private final Definitions definitions;
    private final Organization organization;
    private final PeopleRules rules;
    private final Runs runs;
    private final Commits commits;
    private final ZoneId zone;

    Beginnings(
            Definitions definitions,
            Organization organization,
            PeopleRules rules,
            Runs runs,
            Commits commits,
            @Value("${zhangfa.zone}") ZoneId zone) {
        this.definitions = definitions;
        this.organization = organization;
        this.rules = rules;
        this.runs = runs;
        this.commits = commits;
        this.zone = zone;
    }

    /**
     * Begins the process that a message begins, within the transaction under way.
     *
     * @param sender whose case it is to be, where somebody of the company sent it
     * @param processes to which the sender is limited; any where it is null
     * @return the new case; empty where it begins none
     */
    Optional<UUID> byMessage(
            String name, @Nullable UUID sender, @Nullable Collection<String> processes, Run.Said said) {
        return startedBy(Kind.MESSAGE, name, processes).stream()
                .findFirst()
                .map(definition -> begin(definition, Kind.MESSAGE, name, sender, said));
    }

    /** The processes that a message or signal begins, within those that the sender may reach. */
    List<Definition> startedBy(Kind kind, String name, @Nullable Collection<String> processes) {
        return definitions.startedBy(kind, name).stream()
                .filter(definition -> processes == null || processes.contains(definition.key()))
                .toList();
    }

    /** Begins a case by a message or signal, within the transaction under way. */
    UUID begin(Definition definition, Kind kind, String name, @Nullable UUID sender, Run.Said said) {
        var start = definition.model().starts().stream()
                .filter(one -> one.isFor(kind, name))
                .findFirst()
                .orElseThrow();
        return begin(definition, start, sender, said);
    }

    /** Begins a case at one of its start events, within the transaction under way. */
    UUID begin(Definition definition, FlowStart start, @Nullable UUID sender, Run.Said said) {
        Inputs.checkAsked(definition, said.patch());
        var origin = origin(definition, sender);
        var title = title(definition, said);
        var run = runs.of(CaseRow.begun(Keys.next(), definition, title, origin, said.at()), said);
        run.onProcess("on-submit", null);
        run.apply(new FlowCommand.Start(
                said.command(), said.at(), origin.initiator().toString(), start.event()));
        commits.start(run, title, said.command());
        return run.before().id();
    }

    private CaseRow.Origin origin(Definition definition, @Nullable UUID sender) {
        var person = Optional.ofNullable(sender)
                .flatMap(organization::person)
                .or(() -> owner(definition.owner()).flatMap(organization::person))
                .orElseThrow(() -> Refusal.conflict("{process.start-nobody|" + definition.key() + "}"));
        var unit = organization.unit(person.unit()).orElseThrow();
        return new CaseRow.Origin(person.id(), unit.id(), unit.legalEntity(), null);
    }

    /** Of several owners the first. */
    Optional<UUID> owner(@Nullable String rule) {
        return rule == null ? Optional.empty() : rules.people(rule).stream().findFirst();
    }

    private String title(Definition definition, Run.Said said) {
        Map<String, Object> form = said.patch();
        return form.get("title") instanceof String title && !title.isBlank()
                ? Inputs.cut(title.strip())
                : Inputs.cut(definition.name() + " · " + said.at().atZone(zone).toLocalDate());
    }
}
