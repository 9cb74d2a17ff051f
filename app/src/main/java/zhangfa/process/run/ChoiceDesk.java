package zhangfa.process.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.flow.CommandRefused;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.Visit;
import zhangfa.identity.Account;
import zhangfa.process.CaseFile;
import zhangfa.process.Choices;
import zhangfa.process.definition.Definitions;

/** Where people choose what is done next: what the kernel would allow is offered, and checked by it again when it is done. */
@Component
class ChoiceDesk implements Choices {

    private final Definitions definitions;
    private final CaseRows rows;
    private final Runs runs;
    private final Commits commits;

    ChoiceDesk(Definitions definitions, CaseRows rows, Runs runs, Commits commits) {
        this.definitions = definitions;
        this.rows = rows;
        this.runs = runs;
        this.commits = commits;
    }

    /** Most models leave nothing to choose; then nothing is read. */
    @Override
    public List<Choice> of(Account who, CaseFile file) {
        if (!file.isRunning()
                || definitions
                        .version(file.process(), file.version())
                        .choosing()
                        .isEmpty()) {
            return List.of();
        }
        return rows.find(file.id())
                .filter(row -> mayChoose(who, row))
                .map(row -> runs.of(row, runs.said(who, null, null)))
                .map(ChoiceDesk::choices)
                .orElse(List.of());
    }

    private boolean mayChoose(Account who, CaseRow row) {
        return runs.isOwner(who, row)
                || row.state().openTasks().stream()
                        .anyMatch(task -> task.accountable().equals(who.id().toString()));
    }

    private static List<Choice> choices(Run run) {
        var locale = LocaleContextHolder.getLocale();
        var choices = new ArrayList<Choice>();
        run.model().choices(run.state()).forEach((place, activities) -> {
            var step = node(run, place);
            choices.add(new Choice(
                    place,
                    step,
                    run.definition().elementName(step, locale),
                    activities.stream()
                            .filter(activity -> isPossible(run, activation(run, place, activity)))
                            .map(activity -> named(run, activity, locale))
                            .toList(),
                    isPossible(run, leaving(run, place))));
        });
        return choices;
    }

    private static String node(Run run, int place) {
        return run.state().visits().stream()
                .filter(visit -> visit.number() == place)
                .map(Visit::node)
                .findFirst()
                .orElseThrow();
    }

    private static Activity named(Run run, String activity, Locale locale) {
        return new Activity(activity, run.definition().elementName(activity, locale));
    }

    private static boolean isPossible(Run run, FlowCommand command) {
        try {
            return !run.model().decide(run.state(), run.data(), command).isEmpty();
        } catch (CommandRefused refused) {
            return false;
        }
    }

    @Override
    public void activate(
            Account who, UUID caseId, Place place, String activity, @Nullable String comment, @Nullable UUID command) {
        choose(who, caseId, comment, command, run -> activation(run, at(run, place), activity));
    }

    @Override
    public void leave(Account who, UUID caseId, Place place, @Nullable String comment, @Nullable UUID command) {
        choose(who, caseId, comment, command, run -> leaving(run, at(run, place)));
    }

    private void choose(
            Account who,
            UUID caseId,
            @Nullable String comment,
            @Nullable UUID command,
            Function<Run, FlowCommand> chosen) {
        commits.move(command, () -> {
            var row = rows.lock(caseId, who).orElseThrow(Refusal::notThere);
            if (!mayChoose(who, row)) {
                throw Refusal.notAllowed();
            }
            var run = runs.of(row, runs.said(who, command, comment));
            run.apply(chosen.apply(run));
            return run;
        });
    }

    private static int at(Run run, Place place) {
        if (place.number() != null) {
            return place.number();
        }
        var open = run.model().choices(run.state()).keySet();
        if (open.size() != 1) {
            throw open.isEmpty() ? Refusal.conflict("{process.stale}") : Refusal.invalid("/place", "{form.required}");
        }
        return open.iterator().next();
    }

    private static FlowCommand activation(Run run, int place, String activity) {
        return new FlowCommand.Activate(
                run.said().command(), run.said().at(), run.said().by(), place, activity);
    }

    private static FlowCommand leaving(Run run, int place) {
        return new FlowCommand.Leave(
                run.said().command(), run.said().at(), run.said().by(), place);
    }
}
