package zhangfa.flow;

import java.util.List;
import java.util.Optional;

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
                .filter(activity -> activity.phase() == Activity.Phase.ASKING && !foundNobody(activity))
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

    private boolean foundNobody(Activity activity) {
        return incidents.stream()
                .anyMatch(incident ->
                        incident.visit() == activity.number() && incident.kind() == FlowIncident.Kind.NOBODY);
    }
}
