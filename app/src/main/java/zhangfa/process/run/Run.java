package zhangfa.process.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.database.Keys;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowState;
import zhangfa.flow.FlowTask;
import zhangfa.flow.FlowTimer;
import zhangfa.flow.FlowTimer.Purpose;
import zhangfa.flow.Wait;
import zhangfa.process.FlowError;
import zhangfa.process.Moment;
import zhangfa.process.definition.Definition;
import zhangfa.process.deputy.StandIns;

/** One command at work on one case, all in memory: what it decides, whom it asks, what modules do, what the journal keeps. */
final class Run {

    private final CaseRow before;
    private final Definition definition;
    private final Staffing staffing;
    private final Deadlines deadlines;
    private final Actions actions;
    private final Agreements agreements;
    private final Said said;
    private final Map<String, Object> form;
    private final Map<String, Object> facts;
    private final List<FlowEvent> events = new ArrayList<>();
    private FlowState state;
    private StandIns standIns;

    /** What the person said with the command: who they are (nobody, where a time has come), when, and the opinion and fields that came with it. */
    record Said(
            UUID command,
            Instant at,
            @Nullable UUID actor,
            @Nullable String comment,
            Map<String, Object> patch) {

        static Said byNobody(Instant at) {
            return byNobody(Keys.next(), at);
        }

        static Said byNobody(UUID command, Instant at) {
            return new Said(command, at, null, null, Map.of());
        }

        String by() {
            return actor == null ? "" : actor.toString();
        }
    }

    Run(
            CaseRow before,
            Definition definition,
            Staffing staffing,
            Deadlines deadlines,
            Actions actions,
            Agreements agreements,
            Said said) {
        this.before = before;
        this.definition = definition;
        this.staffing = staffing;
        this.deadlines = deadlines;
        this.actions = actions;
        this.agreements = agreements;
        this.said = said;
        this.state = before.state();
        this.standIns = before.standIns();
        this.form = definition.form().settled(before.form(), said.patch());
        this.facts = new LinkedHashMap<>(before.facts());
    }

    /** The process's own action at a moment of the whole case, such as being handed in. */
    void onProcess(String moment, @Nullable String ending) {
        var action = definition.action(moment);
        if (action != null) {
            facts.putAll(actions.call(action, moment(said.command(), null, ending)));
        }
    }

    void apply(FlowCommand command) {
        var decided = model().decide(state, data(), command);
        if (actedSteps(decided)) {
            decided = model().decide(state, data(), command);
        }
        var first = events.size();
        take(decided);
        do {
            seatEverybody();
        } while (carriesOut());
        setTimers();
        events.subList(first, events.size()).stream()
                .filter(FlowEvent.CaseEnded.class::isInstance)
                .map(FlowEvent.CaseEnded.class::cast)
                .findFirst()
                .ifPresent(ended -> onProcess("on-end", word(ended.how())));
    }

    /** Calls the actions of steps that this command finishes; their facts may change where the case goes from there. */
    private boolean actedSteps(List<FlowEvent> decided) {
        var acted = false;
        for (var event : decided) {
            if (event instanceof FlowEvent.StepDone done && !done.step().equals(FlowModel.INITIATOR)) {
                var action = model().step(done.step()).notes().attributes().get("action");
                if (action != null) {
                    facts.putAll(actions.call(action, moment(said.command(), done.step(), null)));
                    acted = true;
                }
            }
        }
        return acted;
    }

    /** Carries out the service task that the case stands at, if any; its facts may change where the case goes from there. */
    private boolean carriesOut() {
        var pending = state.pendingActions().stream()
                .filter(wait -> !actions.isAfter(action(wait)))
                .findFirst();
        pending.ifPresent(wait -> take(model().decide(state, data(), carriedOut(wait))));
        return pending.isPresent();
    }

    private FlowCommand carriedOut(Wait wait) {
        try {
            facts.putAll(actions.call(action(wait), moment(said.command(), wait.node(), null)));
            return new FlowCommand.Finish(said.command(), said.at(), said.by(), wait.number());
        } catch (FlowError error) {
            return new FlowCommand.Throw(said.command(), said.at(), said.by(), wait.number(), error.code());
        }
    }

    /** The action that a case waits for at a service task. */
    String action(Wait wait) {
        return Objects.requireNonNull(model().serviceActions().get(wait.node()));
    }

    /** What others have found out about the case; conditions read it, and nobody can write it by a form. */
    void learn(Map<String, Object> found) {
        facts.putAll(found);
    }

    private void seatEverybody() {
        for (var questions = state.pendingQuestions(); !questions.isEmpty(); questions = state.pendingQuestions()) {
            for (var question : questions) {
                var staffed = staffed(question.number(), question.step());
                actFor(question.number(), staffed.behalf());
                take(model().decide(state, data(), staffed.answer(question.number(), said)));
            }
        }
    }

    /** Whom the rule of a step names now. */
    StaffedStep staffed(int activity, String step) {
        var data = model().dataAt(state, activity, data());
        return staffing.of(
                definition, model().step(step), before.initiator(), before.unit(), data, agreements.of(this));
    }

    /** A time that was set may ask for another one: when to warn of it. */
    private void setTimers() {
        for (var asked = state.pendingTimers(); !asked.isEmpty(); asked = state.pendingTimers()) {
            for (var timer : asked) {
                var due = deadlines.due(timer, before.unit());
                var set = new FlowCommand.Due(said.command(), said.at(), said.by(), timer.number(), due);
                take(model().decide(state, data(), set));
            }
        }
    }

    /** A time has come, unless what came before it in this run made it needless. */
    void fire(int number) {
        state.timer(number)
                .filter(FlowTimer::isSet)
                .ifPresent(timer ->
                        apply(new FlowCommand.Fire(said.command(), said.at(), said.by(), number, successors(timer))));
    }

    /** Who must have no say in this step. */
    Set<UUID> conflicted(String step) {
        return StepPolicies.conflicted(model().step(step), before.initiator(), agreements.of(this));
    }

    /** In this activity, these deputies act for these people. */
    void actFor(int activity, Map<UUID, UUID> behalf) {
        standIns = standIns.with(activity, behalf);
    }

    private Map<Integer, String> successors(FlowTimer timer) {
        var limit =
                timer.purpose() == Purpose.LIMIT ? model().step(timer.node()).limit() : null;
        var successors = new HashMap<Integer, String>();
        if (limit != null && limit.expiry().asksForSuccessors()) {
            for (var task : state.openTasks()) {
                if (task.activity() == timer.visit()) {
                    deadlines
                            .successor(limit.to(), task)
                            .ifPresent(person -> successors.put(
                                    task.number(), present(person, task).toString()));
                }
            }
        }
        return successors;
    }

    /** Whoever acts for this person while they are away. */
    private UUID present(UUID person, FlowTask task) {
        var present = staffing.present(person, definition, conflicted(task.step()));
        if (!present.equals(person)) {
            actFor(task.activity(), Map.of(present, person));
        }
        return present;
    }

    private void take(List<FlowEvent> decided) {
        events.addAll(decided);
        for (var event : decided) {
            if (event instanceof FlowEvent.ValueComputed computed) {
                facts.put(computed.name(), computed.value());
            }
        }
        state = model().evolve(state, decided);
    }

    /** What conditions read: the fields of the form, and the facts, which win. */
    Map<String, Object> data() {
        var data = new HashMap<>(form);
        data.putAll(facts);
        return data;
    }

    Moment moment(UUID work, @Nullable String step, @Nullable String ending) {
        return new Moment(
                before.id(),
                work,
                before.process(),
                step,
                before.initiator(),
                before.unit(),
                said.actor(),
                said.at(),
                form,
                facts,
                ending);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    Definition definition() {
        return definition;
    }

    FlowModel model() {
        return definition.model();
    }

    CaseRow before() {
        return before;
    }

    Said said() {
        return said;
    }

    List<FlowEvent> events() {
        return events;
    }

    StandIns standIns() {
        return standIns;
    }

    FlowState state() {
        return state;
    }

    Map<String, Object> form() {
        return form;
    }

    Map<String, Object> facts() {
        return facts;
    }
}
