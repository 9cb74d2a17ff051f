package zhangfa.flow;

import java.util.List;
import java.util.Optional;
import zhangfa.flow.Activity.Vote;
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
        var refusal = refusal(new Standing(course.graph(), state), withdraw.task(), withdraw.actor());
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        var activity = decidedIn(state, withdraw.task()).orElseThrow();
        if (activity.isDone()) {
            moving.undo(activity.number(), new Past(state).after(activity.number()));
        }
        reopen(activity, vote(activity, withdraw.task()));
        new Timing(course, moving).begin(activity);
        if (activity.isDone()) {
            new Arming(course).again(activity);
        }
        moving.settle();
    }

    /** The step is as it was before the decision: whoever was spared by it is asked again, whoever came after it waits. */
    private void reopen(Activity activity, Vote vote) {
        var number = activity.number();
        var step = activity.step();
        var by = vote.by();
        var again = course.next();
        course.happen(new FlowEvent.DecisionWithdrawn(vote.task(), number, step, by, again));
        course.happen(new FlowEvent.TaskOpened(again, number, step, List.of(), by, by, vote.place()));
        for (var spared : course.activity(number).spared()) {
            course.happen(new FlowEvent.SignerAskedAgain(spared.number(), spared.numbered(course.next())));
        }
        var signing = new Signing(course);
        signing.holdBack(number);
        signing.goOn(number);
    }

    private static Vote vote(Activity activity, int task) {
        return activity.votes().stream()
                .filter(vote -> vote.task() == task)
                .findFirst()
                .orElseThrow();
    }

    /** Why this person may not take back the decision on this task; empty where it is possible. */
    static Optional<CommandRefused> refusal(Standing standing, int task, String actor) {
        var state = standing.state();
        var decided = decidedIn(state, task);
        if (decided.isEmpty()) {
            return refused(Reason.STALE, "There is no decision on task " + task + " to take back");
        }
        var activity = decided.get();
        if (activity.votes().stream()
                .noneMatch(vote -> vote.task() == task && vote.by().equals(actor))) {
            return refused(Reason.NOT_YOURS, "Somebody else decided on task " + task);
        }
        if (activity.phase() == Activity.Phase.INTERRUPTED || isStopped(standing, activity)) {
            return refused(Reason.NOT_ALLOWED, "An event has ended the step, or what is around it");
        }
        if (!isLast(state, activity, vote(activity, task))) {
            return refused(Reason.NOT_ALLOWED, "Somebody who came after has decided or acted");
        }
        var after = new Past(state).after(activity.number());
        if (activity.isDone() && after.isEmpty() && isMissed(standing, activity)) {
            return refused(Reason.NOT_ALLOWED, "The case was moved on by hand");
        }
        var acted = state.activities().stream()
                .filter(later -> after.contains(later.number()))
                .anyMatch(later -> isActedOn(state, later));
        return acted ? refused(Reason.NOT_ALLOWED, "Somebody has acted on what followed") : Optional.empty();
    }

    private static boolean isStopped(Standing standing, Activity activity) {
        return standing.around(standing.node(activity), activity.from()).stream()
                .anyMatch(scope -> scope != 0
                        && standing.state().visit(scope) instanceof Scope around
                        && around.phase() == Scope.Phase.INTERRUPTED);
    }

    /** Whether the token of a step is nowhere any more, and the others could not end if it stood there again. */
    private static boolean isMissed(Standing standing, Activity activity) {
        var state = standing.state();
        if (state.waiting().stream().anyMatch(token -> token.from() == activity.number())
                || state.incidents().stream().anyMatch(incident -> incident.visit() == activity.number())) {
            return false;
        }
        var scope = standing.scope(activity);
        var resting = new Resting(standing.graph(), state);
        var sub = scope == 0 ? Graph.PROCESS : state.visit(scope).node();
        return !resting.isSound(resting.in(scope), sub, activity.step());
    }

    private static boolean isActedOn(FlowState state, Activity activity) {
        return activity.isDetour()
                || !activity.votes().isEmpty()
                || state.tasksOf(activity.number()).stream().anyMatch(FlowTask::touched);
    }

    /** Whether nobody has acted on a task of the same step that came after this decision. */
    private static boolean isLast(FlowState state, Activity activity, Vote vote) {
        for (var later : vote.standing().before()) {
            var open = state.openTask(later);
            var decided = activity.votes().stream().anyMatch(other -> other.task() == later);
            if (decided || open.filter(FlowTask::touched).isPresent()) {
                return false;
            }
        }
        return true;
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
