package zhangfa.process.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowJson;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowState;
import zhangfa.flow.FlowTask;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.process.CaseFile;
import zhangfa.process.Forecasts;
import zhangfa.process.Processes;
import zhangfa.process.Reading.Expected;
import zhangfa.process.definition.Definition;
import zhangfa.process.definition.Definitions;
import zhangfa.process.desk.Outlook;

/** Plays a case forward with the very functions that execute it, everybody agreeing, nothing written. */
@Component
class Forecast implements Outlook {

    private static final int LONGEST = 100;

    private final Definitions definitions;
    private final Organization organization;
    private final Staffing staffing;
    private final List<Forecasts> forecasts;
    private final Clock clock;

    Forecast(
            Definitions definitions,
            Organization organization,
            Staffing staffing,
            List<Forecasts> forecasts,
            Clock clock) {
        this.definitions = definitions;
        this.organization = organization;
        this.staffing = staffing;
        this.forecasts = forecasts;
        this.clock = clock;
    }

    @Override
    public List<Expected> of(Account who, String process, Map<String, Object> form) {
        return of(who, definitions.current(process).orElseThrow(Refusal::notThere), form);
    }

    @Override
    public List<Expected> of(Account who, Processes.Draft draft, Map<String, Object> form) {
        return of(who, definitions.unpublished(draft), form);
    }

    private List<Expected> of(Account who, Definition definition, Map<String, Object> form) {
        var person = organization
                .person(who.id())
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_ALLOWED, "{process.no-person}"));
        return everyWay(definition, form, filled -> {
            var data = new HashMap<>(filled);
            forecasts.stream()
                    .filter(one -> one.speaksOf(definition.key()))
                    .forEach(one -> data.putAll(one.facts(person.unit(), filled)));
            return begun(definition, who.id(), person.unit(), data);
        });
    }

    private List<Expected> begun(Definition definition, UUID initiator, UUID unit, Map<String, Object> data) {
        var play = new Play(definition, initiator, unit, data, FlowState.EMPTY);
        play.apply(new FlowCommand.Start(Keys.next(), clock.instant(), initiator.toString(), beginning(definition)));
        play.on(List.of());
        return play.expected;
    }

    /** What is not filled in yet may lead elsewhere: each way is played. */
    private static List<Expected> everyWay(
            Definition definition, Map<String, Object> form, Function<Map<String, Object>, List<Expected>> play) {
        var ways = Undecided.ways(definition, form).stream().map(play).toList();
        return Undecided.merged(ways);
    }

    /** Where people do not start a case, the first of the events that begin one; null where they do. */
    private static @Nullable String beginning(Definition definition) {
        return definition.isStartable()
                ? null
                : definition.model().starts().getFirst().event();
    }

    @Override
    public List<Expected> ahead(CaseFile file, String state) {
        if (!file.isRunning()) {
            return List.of();
        }
        var definition = definitions.version(file.process(), file.version());
        var now = FlowJson.readState(state);
        return everyWay(definition, file.form(), filled -> {
            var data = new HashMap<>(filled);
            data.putAll(file.facts());
            return goneOn(definition, file.startedBy(), file.unit(), data, now);
        });
    }

    private List<Expected> goneOn(
            Definition definition, UUID initiator, UUID unit, Map<String, Object> data, FlowState now) {
        var play = new Play(definition, initiator, unit, data, now);
        play.on(now.openTasks().stream().map(FlowTask::number).toList());
        return play.expected;
    }

    /** The steps that a case at work is sure to come to, were everybody to agree. */
    Set<String> steps(Run run) {
        var row = run.before();
        var ahead = run.state().isRunning()
                ? goneOn(run.definition(), row.initiator(), row.unit(), run.data(), run.state())
                : begun(run.definition(), row.initiator(), row.unit(), run.data());
        return ahead.stream().map(Expected::step).collect(Collectors.toSet());
    }

    /** One play; what is open already is not expected any more. */
    private final class Play {

        private final Definition definition;
        private final UUID initiator;
        private final UUID unit;
        private final Map<String, Object> data;
        private final List<Expected> expected = new ArrayList<>();
        private final List<FlowEvent> events = new ArrayList<>();
        private FlowState state;

        Play(Definition definition, UUID initiator, UUID unit, Map<String, Object> data, FlowState state) {
            this.definition = definition;
            this.initiator = initiator;
            this.unit = unit;
            this.data = data;
            this.state = state;
        }

        void on(List<Integer> known) {
            for (int moves = 0; moves < LONGEST && !state.openTasks().isEmpty(); moves++) {
                var task = state.openTasks().getFirst();
                if (!known.contains(task.number())) {
                    expect(task);
                }
                var actor = task.assignee() != null
                        ? task.assignee()
                        : task.candidates().getFirst();
                apply(decision(task, actor));
            }
        }

        private FlowCommand decision(FlowTask task, String actor) {
            if (task.isDelegated()) {
                return new FlowCommand.Resolve(Keys.next(), clock.instant(), actor, task.number());
            }
            return task.step().equals(FlowModel.INITIATOR)
                    ? new FlowCommand.Complete(Keys.next(), clock.instant(), actor, task.number(), null)
                    : new FlowCommand.Approve(Keys.next(), clock.instant(), actor, task.number());
        }

        void apply(FlowCommand command) {
            take(command);
            do {
                seatEverybody();
            } while (assumesDone(command));
        }

        private void take(FlowCommand command) {
            var decided = definition.model().decide(state, data, command);
            state = definition.model().evolve(state, decided);
            events.addAll(decided);
            for (var event : decided) {
                if (event instanceof FlowEvent.ValueComputed computed) {
                    data.put(computed.name(), computed.value());
                }
            }
        }

        /** Service tasks and calls are taken as done; nothing is carried out. */
        private boolean assumesDone(FlowCommand command) {
            var pending = Stream.concat(state.pendingActions().stream(), state.pendingCalls().stream())
                    .findFirst();
            if (pending.isEmpty()) {
                return false;
            }
            var number = pending.get().number();
            var finish = new FlowCommand.Finish(Keys.next(), clock.instant(), command.actor(), number);
            take(finish);
            return true;
        }

        private void seatEverybody() {
            var model = definition.model();
            for (var questions = state.pendingQuestions(); !questions.isEmpty(); questions = state.pendingQuestions()) {
                for (var question : questions) {
                    var staffed = staffing.of(
                            definition,
                            model.step(question.step()),
                            initiator,
                            unit,
                            model.dataAt(state, question.number(), data),
                            Agreements.played(model, state, events));
                    if (staffed.people().isEmpty() && (staffed.rule() == null || staffed.declines())) {
                        expect(question.step(), List.of(), open(question.step(), staffed));
                    }
                    var said = new Run.Said(Keys.next(), clock.instant(), null, null, Map.of());
                    take(goingOn(staffed).answer(question.number(), said));
                }
            }
        }

        /** Somebody will be found where nobody is yet. */
        private static StaffedStep goingOn(StaffedStep staffed) {
            return staffed.people().isEmpty() && staffed.rule() == null ? StaffedStep.skipped("unknown") : staffed;
        }

        private String open(String step, StaffedStep staffed) {
            if (staffed.declines()) {
                return "rejects";
            }
            var strategy = definition.model().step(step).assignment().strategy();
            return strategy.equals(Nominees.STRATEGY) ? "nominee" : "nobody";
        }

        private void expect(FlowTask task) {
            var people = task.assignee() != null ? List.of(task.assignee()) : task.candidates();
            expect(task.step(), people.stream().map(UUID::fromString).toList(), null);
        }

        private void expect(String id, List<UUID> people, @Nullable String open) {
            var step = definition.model().step(id);
            expected.add(new Expected(
                    id,
                    definition.stepName(id, LocaleContextHolder.getLocale()),
                    step.kind().name().toLowerCase(Locale.ROOT),
                    people,
                    step.mode().name().toLowerCase(Locale.ROOT),
                    open,
                    true));
        }
    }
}
