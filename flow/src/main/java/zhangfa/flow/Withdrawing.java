package zhangfa.flow;

import java.util.List;
import java.util.Optional;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Withdraw;

/** Taking a decision of one's own back, as long as nobody has acted on what followed from it. */
final class Withdrawing {

    private final Course course;
    private final Moving moving;

    Withdrawing(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
    }

    void carryOut(Withdraw withdraw) {
        var state = course.state();
        var refusal = refusal(state, withdraw.task(), withdraw.actor());
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        var activity = decidedIn(state, withdraw.task()).orElseThrow();
        if (activity.isDone()) {
            course.undo(activity.number(), new Past(state).after(activity.number()));
        }
        var number = activity.number();
        var actor = withdraw.actor();
        course.happen(new FlowEvent.DecisionWithdrawn(withdraw.task(), number, activity.step(), actor));
        course.happen(new FlowEvent.TaskOpened(course.next(), number, activity.step(), List.of(), actor, actor));
        new Timing(course, moving).begin(activity);
        moving.settle();
    }

    /** Why this person may not take back the decision on this task; empty where it is possible. */
    static Optional<CommandRefused> refusal(FlowState state, int task, String actor) {
        var decided = decidedIn(state, task);
        if (decided.isEmpty()) {
            return refused(Reason.STALE, "There is no decision on task " + task + " to take back");
        }
        var activity = decided.get();
        if (activity.votes().stream()
                .noneMatch(vote -> vote.task() == task && vote.by().equals(actor))) {
            return refused(Reason.NOT_YOURS, "Somebody else decided on task " + task);
        }
        var after = new Past(state).after(activity.number());
        var acted = state.activities().stream()
                .filter(later -> after.contains(later.number()))
                .anyMatch(later -> isActedOn(state, later));
        return acted ? refused(Reason.NOT_ALLOWED, "Somebody has acted on what followed") : Optional.empty();
    }

    private static boolean isActedOn(FlowState state, Activity activity) {
        return activity.isDetour()
                || !activity.votes().isEmpty()
                || state.tasksOf(activity.number()).stream().anyMatch(FlowTask::touched);
    }

    private static Optional<Activity> decidedIn(FlowState state, int task) {
        return state.activities().stream()
                .filter(activity -> activity.votes().stream().anyMatch(vote -> vote.task() == task))
                .findFirst();
    }

    private static Optional<CommandRefused> refused(Reason reason, String message) {
        return Optional.of(new CommandRefused(reason, message));
    }
}
