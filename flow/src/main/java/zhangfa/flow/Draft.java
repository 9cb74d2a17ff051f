package zhangfa.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A state on its way to the next: whatever is not set stays. */
final class Draft {

    FlowState.Status status;
    String initiator;
    List<Visit> visits;
    List<Token> waiting;
    List<FlowTask> openTasks;
    List<FlowIncident> incidents;
    List<FlowTimer> timers;
    List<FlowTask> held;
    List<FlowSubscription> subscriptions;
    List<Compensable> compensable;

    @Nullable
    String start;

    int settled;

    private final int last;

    Draft(FlowState state) {
        status = state.status();
        initiator = state.initiator();
        visits = state.visits();
        waiting = state.waiting();
        openTasks = state.openTasks();
        incidents = state.incidents();
        timers = state.timers();
        held = state.held();
        subscriptions = state.subscriptions();
        compensable = state.compensable();
        start = state.start();
        settled = state.settled();
        last = state.last();
    }

    /** The next state, in which numbers up to this one are given. */
    FlowState state(int number) {
        return new FlowState(
                status,
                initiator,
                Math.max(last, number),
                visits,
                waiting,
                openTasks,
                incidents,
                timers,
                held,
                subscriptions,
                compensable,
                start,
                settled);
    }
}
