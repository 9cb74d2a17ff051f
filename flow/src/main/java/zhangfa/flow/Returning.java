package zhangfa.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Return;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowEvent.Closing;

/**
 * Sending a case back. What is undone follows the tokens, so it is right out of parallel branches and countersigns: a
 * rerun undoes the target and all that came of it in every branch, and only that.
 */
final class Returning {

    private final Course course;
    private final Moving moving;

    Returning(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
    }

    void giveBack(FlowTask task, Return back) {
        course.happen(new FlowEvent.TaskClosed(
                task.number(), task.activity(), task.step(), Closing.RETURNED, back.actor(), null));
        sendBack(course.activity(task.activity()), back.actor(), back.to(), back.then());
    }

    /** The deciding task is closed already; the rest of its step closes with it. */
    void sendBack(Activity activity, String by, String to, Then then) {
        var past = new Past(course.state());
        var target = to.equals(FlowModel.PREVIOUS) ? past.previous(activity) : to;
        switch (then) {
            case RERUN -> rerun(activity, by, target, past);
            case JUMP_BACK -> detour(activity, by, target);
        }
    }

    private void rerun(Activity activity, String by, String target, Past past) {
        if (target.equals(FlowModel.INITIATOR)) {
            leave(activity, by, target, Then.RERUN);
            moving.undo(0, past.after(0));
            moving.into(target, 0, List.of());
            return;
        }
        var root = root(past, activity, target)
                .orElseThrow(() -> new CommandRefused(Reason.NO_SUCH_STEP, target + " did not lead to this step"));
        var from = course.state().visit(root).sources().getFirst();
        var gone = gone(past, root);
        leave(activity, by, target, Then.RERUN);
        moving.undo(root, gone);
        moving.into(target, from, List.of());
    }

    /** What a return undoes first; of a step that is done several times, all of it is asked again. */
    private static Optional<Integer> root(Past past, Activity activity, String target) {
        return past.latestBefore(activity, target).map(again -> {
            var body = past.body(target, again.from());
            return body == 0 ? again.number() : body;
        });
    }

    private static Set<Integer> gone(Past past, int root) {
        var gone = new TreeSet<>(past.after(root));
        gone.add(root);
        return gone;
    }

    /** Whether what a return to a step gives back is still there: another version may lack the flows of its branches. */
    static boolean isOpen(Graph graph, FlowState state, Activity activity, String target) {
        var past = new Past(state);
        return root(past, activity, target)
                .map(root -> past.undo(gone(past, root), root).restored())
                .filter(restored -> !Copies.any(restored, token -> !graph.knows(token)))
                .isPresent();
    }

    private void detour(Activity activity, String by, String target) {
        var done = target.equals(FlowModel.INITIATOR)
                || course.state().activities().stream()
                        .anyMatch(earlier -> earlier.isDone() && earlier.step().equals(target));
        if (!done) {
            throw new CommandRefused(Reason.NO_SUCH_STEP, target + " has not been done");
        }
        leave(activity, by, target, Then.JUMP_BACK);
        moving.into(target, activity.from(), Copies.before(activity.step(), activity.back()));
    }

    private void leave(Activity activity, String by, String target, Then then) {
        course.dropTasksOf(activity.number());
        course.happen(new FlowEvent.StepReturned(activity.number(), activity.step(), by, target, then));
    }
}
