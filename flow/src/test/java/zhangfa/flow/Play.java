package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowCommand.Where;

/**
 * A case played through: ann starts it, and each step is done by the person of its name in lower case unless others are
 * seated. After every command the laws that hold of every case are checked.
 */
final class Play {

    static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    static final UUID ID = new UUID(0, 1);
    static final String INITIATOR = "ann";

    final FlowModel model;
    final List<FlowEvent> journal = new ArrayList<>();
    private final Map<String, List<String>> people = new HashMap<>();
    private final Set<String> skipped = new HashSet<>();
    private final Map<String, Integer> weights = new HashMap<>();
    final Map<String, Object> data = new HashMap<>();
    FlowState state = FlowState.EMPTY;
    BiConsumer<Play, List<FlowEvent>> laws = Laws::check;

    Play(FlowModel model) {
        this.model = model;
    }

    static Play of(String sketch) {
        return new Play(Sketch.model(sketch));
    }

    /** The case is started at once. */
    static Play started(String sketch) {
        return of(sketch).start();
    }

    Play seat(String step, String... names) {
        people.put(step, List.of(names));
        return this;
    }

    /** By rule nobody is asked at this step. */
    Play skip(String step) {
        skipped.add(step);
        return this;
    }

    Play weigh(String person, int weight) {
        weights.put(person, weight);
        return this;
    }

    Play with(String field, Object value) {
        data.put(field, value);
        return this;
    }

    Play start() {
        return run(new FlowCommand.Start(ID, NOON, INITIATOR));
    }

    /** The one open task of a step, or the person's where there are several, is decided by its only person. */
    Play approve(String... steps) {
        for (var step : steps) {
            approveBy(step, who(step));
        }
        return this;
    }

    Play approveBy(String step, String person) {
        return run(new FlowCommand.Approve(ID, NOON, person, task(step, person)));
    }

    Play reject(String step) {
        return run(new FlowCommand.Reject(ID, NOON, who(step), task(step, who(step))));
    }

    Play rerun(String step, String to) {
        return back(step, who(step), to, Then.RERUN);
    }

    Play jumpBack(String step, String to) {
        return back(step, who(step), to, Then.JUMP_BACK);
    }

    Play back(String step, String person, String to, Then then) {
        return run(new FlowCommand.Return(ID, NOON, person, task(step, person), to, then));
    }

    Play resubmit() {
        return run(new FlowCommand.Complete(ID, NOON, INITIATOR, task(FlowModel.INITIATOR, INITIATOR), null));
    }

    Play withdraw(String step, String person) {
        return run(new FlowCommand.Withdraw(ID, NOON, person, lastVote(step, person)));
    }

    Play cancel() {
        return run(new FlowCommand.Cancel(ID, NOON, INITIATOR));
    }

    Play retry() {
        return run(new FlowCommand.Retry(
                ID, NOON, "root", state.incidents().getFirst().number()));
    }

    Play claim(String step, String person) {
        return run(new FlowCommand.Claim(ID, NOON, person, task(step, person)));
    }

    Play release(String step, String person) {
        return run(new FlowCommand.Release(ID, NOON, person, task(step, person)));
    }

    Play transfer(String step, String person, String to) {
        return run(new FlowCommand.Transfer(ID, NOON, person, task(step, person), to));
    }

    Play rejectBy(String step, String person) {
        return run(new FlowCommand.Reject(ID, NOON, person, task(step, person)));
    }

    Play delegate(String step, String person, String to) {
        return run(new FlowCommand.Delegate(ID, NOON, person, task(step, person), to));
    }

    Play resolve(String step, String person) {
        return run(new FlowCommand.Resolve(ID, NOON, person, task(step)));
    }

    Play addSign(String step, String person, Where where, String... who) {
        return run(new FlowCommand.AddSign(ID, NOON, person, task(step, person), List.of(who), where));
    }

    Play removeSign(int task, String person, String... who) {
        return run(new FlowCommand.RemoveSign(ID, NOON, person, task, List.of(who)));
    }

    Play jump(String from, String to) {
        var place = state.openTask(task(from)).orElseThrow().activity();
        return run(new FlowCommand.Jump(ID, NOON, "owner", place, to));
    }

    Play reopen(String to) {
        return run(new FlowCommand.Reopen(ID, NOON, "owner", to));
    }

    /** Whose the open tasks are, in the order in which they were opened or came back. */
    List<String> signers() {
        return state.openTasks().stream().map(FlowTask::accountable).toList();
    }

    /** The timer that is due first fires at its instant; whoever it escalates to or takes over is the boss. */
    Play fire() {
        var timer = next();
        var successors = state.tasksOf(timer.visit()).stream().collect(Collectors.toMap(FlowTask::number, _ -> "boss"));
        return run(new FlowCommand.Fire(ID, due(), "system", timer.number(), successors));
    }

    Instant due() {
        return state.nextDue().orElseThrow();
    }

    FlowTimer next() {
        return state.timers().stream()
                .filter(timer -> timer.isSet() && Objects.equals(timer.due(), due()))
                .findFirst()
                .orElseThrow();
    }

    /** The runtime has carried out the action that is asked for first. */
    Play finish() {
        return run(new FlowCommand.Finish(
                ID, NOON, "system", state.pendingActions().getFirst().number()));
    }

    Play fail(String message) {
        return run(new FlowCommand.Fail(
                ID, NOON, "system", state.pendingActions().getFirst().number(), message));
    }

    /** Nodes at which tokens wait for no person. */
    List<String> waits() {
        return state.waits().stream()
                .filter(wait -> !wait.over())
                .map(Wait::node)
                .toList();
    }

    Play suspend(Instant at) {
        return run(new FlowCommand.Suspend(ID, at, "owner"));
    }

    Play resume(Instant at) {
        return run(new FlowCommand.Resume(ID, at, "owner"));
    }

    Play move(Instant at, Map<Integer, Instant> times) {
        return run(new FlowCommand.Move(ID, at, "", times));
    }

    /** Every day has 24 hours here, all of them worked. */
    static Instant due(FlowTimer timer) {
        var rest = timer.rest();
        var left = rest == null ? Duration.parse(timer.span().value()) : Duration.between(rest.since(), rest.until());
        return timer.from().plus(left);
    }

    /** Carries out a command and answers all questions for people that come of it. */
    Play run(FlowCommand command) {
        apply(command);
        while (!state.pendingQuestions().isEmpty()) {
            var question = state.pendingQuestions().getFirst();
            var step = question.step();
            if (skipped.contains(step)) {
                apply(new FlowCommand.Skip(ID, command.at(), "system", question.number(), "same-approver"));
                continue;
            }
            var seated = people.getOrDefault(step, List.of(step.toLowerCase(Locale.ROOT)));
            apply(new FlowCommand.Seat(ID, NOON, "system", question.number(), seated, "head", weights));
        }
        while (!state.pendingTimers().isEmpty()) {
            var timer = state.pendingTimers().getFirst();
            apply(new FlowCommand.Due(ID, command.at(), "system", timer.number(), due(timer)));
        }
        return this;
    }

    CommandRefused.Reason refused(FlowCommand command) {
        var refusal = catchThrowableOfType(CommandRefused.class, () -> model.decide(state, data, command));
        assertThat(refusal).as("refusal of %s", command).isNotNull();
        return refusal.reason();
    }

    /** Steps of the open tasks in the order in which they were opened. */
    List<String> open() {
        return state.openTasks().stream().map(FlowTask::step).toList();
    }

    FlowState.Status status() {
        return state.status();
    }

    int task(String step) {
        return state.openTasks().stream()
                .filter(task -> task.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No open task of " + step + " among " + open()))
                .number();
    }

    int task(String step, String person) {
        return state.openTasks().stream()
                .filter(task -> task.step().equals(step) && task.isFor(person))
                .map(FlowTask::number)
                .findFirst()
                .orElseGet(() -> task(step));
    }

    /** The task that this person decided last in a step. */
    int lastVote(String step, String person) {
        return state.activities().reversed().stream()
                .filter(activity -> activity.step().equals(step))
                .flatMap(activity -> activity.votes().reversed().stream())
                .filter(vote -> vote.by().equals(person))
                .findFirst()
                .orElseThrow()
                .task();
    }

    private String who(String step) {
        return state.openTask(task(step)).orElseThrow().accountable();
    }

    void apply(FlowCommand command) {
        var events = model.decide(state, data, command);
        assertThat(model.decide(state, data, command)).as("deciding again").isEqualTo(events);
        state = model.evolve(state, events);
        journal.addAll(events);
        laws.accept(this, events);
    }
}
