package zhangfa.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import zhangfa.flow.CommandRefused.Reason;

/** One command being decided: what has happened so far and the state it has led to. Lives within one call. */
final class Course {

    private static final FlowEvent.WorkUndone NOTHING =
            new FlowEvent.WorkUndone(List.of(), List.of(), List.of(), List.of(), null);

    final FlowModel model;
    final FlowCommand command;

    private final List<FlowEvent> events = new ArrayList<>();
    private Map<String, Object> data;
    private FlowState state;

    Course(FlowModel model, FlowState state, Map<String, Object> data, FlowCommand command) {
        this.model = model;
        this.state = state;
        this.data = data;
        this.command = command;
    }

    void happen(FlowEvent event) {
        state = Evolving.evolve(state, event);
        events.add(event);
    }

    /** What expressions read: the data of the case, and what this command has computed. */
    Map<String, Object> data() {
        return data;
    }

    /** The same at a visit: with the items of the instances that it is part of. */
    Map<String, Object> dataAt(int visit) {
        var standing = new Standing(graph(), state);
        return visit == 0 ? data : Repeating.data(standing, data, standing.node(state.visit(visit)), visit);
    }

    void know(String name, Object value) {
        var known = new HashMap<>(data);
        known.put(name, value);
        data = known;
    }

    FlowState state() {
        return state;
    }

    List<FlowEvent> events() {
        return List.copyOf(events);
    }

    Graph graph() {
        return model.graph();
    }

    /** The number of the next visit, task or incident. */
    int next() {
        return state.last() + 1;
    }

    Activity activity(int number) {
        return state.activity(number)
                .orElseThrow(() -> new CommandRefused(Reason.STALE, "Activity " + number + " does not count any more"));
    }

    /** An activity whose question for people is open. */
    Activity asking(int number) {
        var activity = activity(number);
        if (activity.phase() != Activity.Phase.ASKING) {
            throw new CommandRefused(Reason.STALE, "Nobody asks for people of activity " + number);
        }
        return activity;
    }

    /** Closes what is left of the tasks of an activity without a decision. */
    void dropTasksOf(int activity) {
        state.seatsOf(activity).forEach(this::drop);
    }

    private void drop(FlowTask task) {
        happen(new FlowEvent.TaskClosed(
                task.number(), task.activity(), task.step(), FlowEvent.Closing.DROPPED, null, null));
    }

    /** Undoes these visits, which came of the root or are it, and closes their tasks. */
    void undo(int root, Set<Integer> gone) {
        state.openTasks().stream()
                .map(FlowTask::activity)
                .filter(gone::contains)
                .distinct()
                .forEach(this::dropTasksOf);
        var undone = new Past(state).undo(gone, root);
        if (Copies.any(undone.restored(), token -> !graph().knows(token))) {
            throw new CommandRefused(Reason.NOT_ALLOWED, "The process has another form since");
        }
        if (!undone.equals(NOTHING)) {
            happen(undone);
        }
    }

    /** Says of everything that was waited for before or in between, and is not any more, that it is over. */
    void closeSubscriptions(FlowState before) {
        if (before.subscriptions().isEmpty() && !Copies.any(events, FlowEvent.SubscriptionOpened.class::isInstance)) {
            return;
        }
        var open = new TreeSet<Integer>();
        before.subscriptions().forEach(one -> open.add(one.number()));
        for (var event : events) {
            switch (event) {
                case FlowEvent.SubscriptionOpened opened ->
                    open.add(opened.subscription().number());
                case FlowEvent.SubscriptionClosed closed -> open.remove(closed.subscription());
                default -> {}
            }
        }
        state.subscriptions().forEach(one -> open.remove(one.number()));
        open.forEach(number -> happen(new FlowEvent.SubscriptionClosed(number)));
    }

    void end(FlowEvent.Ending how) {
        for (var task : state.openTasks()) {
            dropTasksOf(task.activity());
        }
        happen(new FlowEvent.CaseEnded(how));
    }
}
