package zhangfa.flow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where a case stands: a value, the fold of its events.
 *
 * @param initiator who started it; empty before
 * @param last the highest number given so far to a visit, task or incident
 * @param visits activities and joinings that count, by number
 * @param waiting tokens in front of joins, in order of arrival
 * @param openTasks by number
 */
public record FlowState(
        Status status,
        String initiator,
        int last,
        List<Visit> visits,
        List<Token> waiting,
        List<FlowTask> openTasks,
        List<FlowIncident> incidents) {

    /** A case before it began. */
    public static final FlowState EMPTY = new FlowState(Status.NEW, "", 0, List.of(), List.of(), List.of(), List.of());

    /** How far a case is. */
    public enum Status {
        NEW,
        RUNNING,
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
    }

    public boolean isRunning() {
        return status == Status.RUNNING;
    }

    /** Steps that wait for the runtime to say who does them. */
    public List<Activity> pendingQuestions() {
        return activities().stream()
                .filter(activity -> activity.phase() == Activity.Phase.ASKING)
                .toList();
    }

    public Optional<FlowTask> openTask(int number) {
        return openTasks.stream().filter(task -> task.number() == number).findFirst();
    }

    public Optional<Activity> activity(int number) {
        return activities().stream()
                .filter(activity -> activity.number() == number)
                .findFirst();
    }

    /** Activities that count, open and done, by number. */
    public List<Activity> activities() {
        return visits.stream()
                .filter(Activity.class::isInstance)
                .map(Activity.class::cast)
                .toList();
    }

    /** Whether a step is still at work. */
    boolean isAtWork() {
        return activities().stream().anyMatch(activity -> !activity.isDone());
    }

    /** The open tasks of one activity. */
    List<FlowTask> tasksOf(int activity) {
        return openTasks.stream().filter(task -> task.activity() == activity).toList();
    }

    FlowState visiting(List<Visit> next, int number) {
        return new FlowState(status, initiator, Math.max(last, number), next, waiting, openTasks, incidents);
    }

    FlowState changing(int number, UnaryOperator<Activity> change) {
        var next = visits.stream()
                .map(visit -> visit instanceof Activity activity && activity.number() == number
                        ? change.apply(activity)
                        : visit)
                .toList();
        return visiting(next, last);
    }

    FlowState waiting(List<Token> next) {
        return new FlowState(status, initiator, last, visits, next, openTasks, incidents);
    }

    FlowState tasks(List<FlowTask> next, int number) {
        return new FlowState(status, initiator, Math.max(last, number), visits, waiting, next, incidents);
    }

    FlowState incidents(List<FlowIncident> next, int number) {
        return new FlowState(status, initiator, Math.max(last, number), visits, waiting, openTasks, next);
    }
}
