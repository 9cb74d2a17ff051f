package zhangfa.process.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.file.Files;
import zhangfa.file.StoredFile;
import zhangfa.journal.Journal;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.FlowAction;
import zhangfa.process.Moment;
import zhangfa.process.definition.Definition;

/** What every process may have done without a module of its own: people put into copy, and the files of its form hung on the case. */
@Component
class Routine {

    private final CaseRows rows;
    private final Commits commits;
    private final Runs runs;
    private final PeopleRules rules;
    private final Organization organization;
    private final Journal journal;
    private final Files files;

    Routine(
            CaseRows rows,
            Commits commits,
            Runs runs,
            PeopleRules rules,
            Organization organization,
            Journal journal,
            Files files) {
        this.rows = rows;
        this.commits = commits;
        this.runs = runs;
        this.rules = rules;
        this.organization = organization;
        this.journal = journal;
        this.files = files;
    }

    /** A service task with {@code zhangfa:copy-to="position:cashier,person:ceo,unit-head"}: in the initiator's name, once. */
    @FlowAction(value = "case.copy", after = true)
    void copy(Moment moment) {
        commits.once(null, () -> {
            var row = rows.lock(moment.caseId()).orElseThrow(Refusal::notThere);
            var people = people(runs.definition(row), moment);
            if (!people.isEmpty() && !isCopied(row, moment.work())) {
                var names = organization.people(people).stream()
                        .map(Person::username)
                        .toList();
                commits.note(
                        row,
                        moment.initiator(),
                        runs.now(),
                        Tidings.COPIED_TO,
                        Map.of("who", names, "work", moment.work().toString()),
                        people);
            }
            return row.id();
        });
    }

    private List<UUID> people(Definition definition, Moment moment) {
        return Optional.ofNullable(moment.step()).stream()
                .flatMap(step -> definition.copyTo(step).stream())
                .flatMap(rule -> rule.equals("unit-head")
                        ? organization.headsAbove(moment.initiator()).stream().limit(1)
                        : rules.people(rule).stream())
                .distinct()
                .toList();
    }

    private boolean isCopied(CaseRow row, UUID work) {
        return journal.of(row.id(), 0, row.journalHead().seq()).stream()
                .anyMatch(entry -> entry.kind().equals(Tidings.COPIED_TO)
                        && String.valueOf(entry.data()).contains(work.toString()));
    }

    /** For {@code zhangfa:on-submit}: whoever sees the case sees the files that its initiator put into the form. */
    @FlowAction("case.attach")
    void attach(Moment moment) {
        var named = moment.form().values().stream()
                .filter(Collection.class::isInstance)
                .flatMap(value -> ((Collection<?>) value).stream())
                .flatMap(value -> Stream.ofNullable(value instanceof String text ? id(text) : null))
                .toList();
        var own = files.find(named).stream()
                .filter(file -> file.owner().equals(moment.initiator()))
                .map(StoredFile::id)
                .toList();
        files.attach(own, moment.caseId());
    }

    private static @Nullable UUID id(String text) {
        return text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}") ? UUID.fromString(text) : null;
    }
}
