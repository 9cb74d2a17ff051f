package zhangfa.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands: a value, the fold of its events.
 *
 * @param initiator who started it; empty before
 * @param last the highest number given so far to a visit, task, incident or timer
 * @param visits activities, waits, scopes and joinings that count, by number
 * @param waiting tokens in front of joins and at the ends of sub-processes, in order of arrival
 * @param openTasks by number
 * @param timers of steps still at work, by number
 * @param subscriptions what it waits for from outside, by number
 * @param held tasks that wait until others of their step are decided
 * @param compensable what has been done and may be compensated, in the order in which it was done
 * @param start the start event with which it began; null for the one that waits for nothing
 * @param settled what was decided on tasks up to this number stands, since the case had ended and was reopened; 0 where it never was
 */
public record FlowState(
        Status status,
        String initiator,
        int last,
        List<Visit> visits,
        List<Token> waiting,
        List<FlowTask> openTasks,
        List<FlowIncident> incidents,
        List<FlowTimer> timers,
        List<FlowTask> held,
        List<FlowSubscription> subscriptions,
        List<Compensable> compensable,
        @Nullable String start,
        int settled) {

    /** A case before it began. */
    public static final FlowState EMPTY = new FlowState(
            Status.NEW,
            "",
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            0);

    /** How far a case is. */
    public enum Status {
        NEW,
        RUNNING,
        /** Its clocks stand still, and it may only be resumed or cancelled. */
        SUSPENDED,
        COMPLETED,
        REJECTED,
        CANCELLED,
        FAILED
    }

    public FlowState {
        initiator = Objects.requireNonNullElse(initiator, "");
        visits = Copies.of(visits);
        waiting = Copies.of(waiting);
        openTasks = Copies.of(openTasks);
        incidents = Copies.of(incidents);
        timers = Copies.of(timers);
        held = Copies.of(held);
        subscriptions = Copies.of(subscriptions);
        compensable = Copies.of(compensable);
    }

    public boolean isRunning() {
        return status == Status.RUNNING;
    }

    /** Whether it has come to its end. */
    public boolean isEnded() {
        return switch (status) {
            case NEW, RUNNING, SUSPENDED -> false;
            case COMPLETED, REJECTED, CANCELLED, FAILED -> true;
        };
    }

    /** Steps that wait for the runtime to say who does them. */
    public List<Activity> pendingQuestions() {
        return activities().stream()
                .filter(activity -> activity.phase() == Activity.Phase.ASKING)
                .toList();
    }

    /** Service tasks whose actions the runtime has to carry out; those that failed wait for a retry. */
    public List<Wait> pendingActions() {
        return pending(Wait.For.ACTION);
    }

    /** Call activities whose cases are under way. */
    public List<Wait> pendingCalls() {
        return pending(Wait.For.CALL);
    }

    private List<Wait> pending(Wait.For what) {
        return isRunning()
                ? waits().stream()
                        .filter(wait -> wait.awaited() == what && !wait.over())
                        .filter(wait -> !Copies.any(incidents, incident -> incident.visit() == wait.number()))
                        .toList()
                : List.of();
    }

    /** Timers that wait for the runtime to say when they are due. */
    public List<FlowTimer> pendingTimers() {
        return isRunning()
                ? timers.stream().filter(timer -> timer.due() == null).toList()
                : List.of();
    }

    /** When the runtime has to look at this case again; nothing is due while it is suspended. */
    public Optional<Instant> nextDue() {
        return isRunning()
                ? timers.stream().filter(FlowTimer::isSet).map(FlowTimer::due).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** The timer of the time that an activity may take, running or over. */
    public Optional<FlowTimer> limitOf(int activity) {
        return timers.stream()
                .filter(timer -> timer.purpose() == FlowTimer.Purpose.LIMIT && timer.visit() == activity)
                .findFirst();
    }

    public Optional<FlowTimer> timer(int number) {
        return Copies.first(timers, timer -> timer.number() == number);
    }

    public Optional<FlowTask> openTask(int number) {
        return Copies.first(openTasks, task -> task.number() == number);
    }

    @Nullable
    Visit find(int number) {
        for (var visit : visits) {
            if (visit.number() == number) {
                return visit;
            }
        }
        return null;
    }

    Visit visit(int number) {
        return Objects.requireNonNull(find(number), () -> "No visit " + number);
    }

    public Optional<Activity> activity(int number) {
        return find(number) instanceof Activity activity ? Optional.of(activity) : Optional.empty();
    }

    /** Activities that count, open and done, by number. */
    public List<Activity> activities() {
        return visits.stream()
                .filter(Activity.class::isInstance)
                .map(Activity.class::cast)
                .toList();
    }

    /** Tokens that wait for something that is nobody's task, and that did, by number. */
    public List<Wait> waits() {
        return visits.stream()
                .filter(Wait.class::isInstance)
                .map(Wait.class::cast)
                .toList();
    }

    /** Whether a token is still at work or waits. */
    boolean isAtWork() {
        return Copies.any(visits, visit -> !visit.isDone());
    }

    private boolean isAtWork(int number) {
        return number == 0 || Copies.any(visits, visit -> visit.number() == number && !visit.isDone());
    }

    /** The open tasks of one activity. */
    List<FlowTask> tasksOf(int activity) {
        return Copies.where(openTasks, task -> task.activity() == activity);
    }

    /** The tasks of one activity that wait for others of it. */
    List<FlowTask> heldOf(int activity) {
        return Copies.where(held, task -> task.activity() == activity);
    }

    /** The tasks of one activity on which somebody has still to decide. */
    List<FlowTask> seatsOf(int activity) {
        if (held.isEmpty()) {
            return tasksOf(activity);
        }
        return Stream.concat(tasksOf(activity).stream(), heldOf(activity).stream())
                .toList();
    }

    /** With other visits; timers, subscriptions and tasks held back stay only with visits that are still at work. */
    FlowState visiting(List<Visit> next, int number) {
        var draft = new Draft(this);
        draft.visits = next;
        var plain = draft.state(number);
        if (timers.isEmpty() && held.isEmpty() && subscriptions.isEmpty()) {
            return plain;
        }
        draft.subscriptions = Copies.unless(subscriptions, one -> !plain.isAtWork(one.visit()));
        draft.timers = Copies.unless(timers, timer -> !plain.isAtWork(timer.visit()));
        draft.held = Copies.unless(held, task -> !plain.isAtWork(task.activity()));
        return draft.state(number);
    }

    FlowState changing(int number, UnaryOperator<Activity> change) {
        var next = Copies.change(
                visits,
                visit -> visit.number() == number,
                visit -> visit instanceof Activity activity ? change.apply(activity) : visit);
        return visiting(next, last);
    }

    // These are what most events do: a draft that does not outlive its method costs nothing.

    FlowState tasks(List<FlowTask> next, int number) {
        var draft = new Draft(this);
        draft.openTasks = next;
        return draft.state(number);
    }

    FlowState held(List<FlowTask> next, int number) {
        var draft = new Draft(this);
        draft.held = next;
        return draft.state(number);
    }

    FlowState incidents(List<FlowIncident> next, int number) {
        var draft = new Draft(this);
        draft.incidents = next;
        return draft.state(number);
    }

    FlowState timers(List<FlowTimer> next, int number) {
        var draft = new Draft(this);
        draft.timers = next;
        return draft.state(number);
    }

    FlowState subscriptions(List<FlowSubscription> next, int number) {
        var draft = new Draft(this);
        draft.subscriptions = next;
        return draft.state(number);
    }

    FlowState compensable(List<Compensable> next, int number) {
        var draft = new Draft(this);
        draft.compensable = next;
        return draft.state(number);
    }

    FlowState waiting(List<Token> next) {
        var draft = new Draft(this);
        draft.waiting = next;
        return draft.state(last);
    }

    FlowState in(Status next) {
        var draft = new Draft(this);
        draft.status = next;
        return draft.state(last);
    }

    /** Its beginning. */
    FlowState begun(String by, @Nullable String event) {
        return with(draft -> {
            draft.status = Status.RUNNING;
            draft.initiator = by;
            draft.start = event;
        });
    }

    /** The same, but for what is said. */
    FlowState with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.state(last);
    }
}
