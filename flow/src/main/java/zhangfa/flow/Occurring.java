package zhangfa.flow;

import org.jspecify.annotations.Nullable;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Deliver;
import zhangfa.flow.FlowCommand.Signal;
import zhangfa.flow.FlowSubscription.Kind;

/** An event that was waited for comes: its token goes on, its activity ends, or something begins beside it. */
final class Occurring {

    private final Course course;
    private final Moving moving;

    Occurring(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
    }

    void deliver(Deliver deliver) {
        var waited = course.state().subscriptions().stream()
                .filter(one -> one.isFor(Kind.MESSAGE, deliver.name(), deliver.key()))
                .findFirst()
                .orElseThrow(() -> nobody(deliver.name()));
        occur(waited);
        moving.settle();
    }

    void signal(Signal signal) {
        if (!moving.hear(signal.name())) {
            throw nobody(signal.name());
        }
        moving.settle();
    }

    private static CommandRefused nobody(String name) {
        return new CommandRefused(Reason.STALE, "Nothing in the case waits for " + name);
    }

    void occur(FlowSubscription waited) {
        course.happen(new FlowEvent.EventOccurred(waited.number(), waited.node(), waited.visit()));
        var event = course.graph().node(waited.node());
        if (event.kind() == Node.Kind.START && event.catching().interrupting()) {
            course.happen(new FlowEvent.SubscriptionClosed(waited.number()));
        }
        occur(event, waited.visit());
    }

    /** An event on a visit, behind it, or at the start of a sub-process inside it. */
    void occur(Node event, int visit) {
        switch (event.kind()) {
            case START -> begin(event, visit);
            case BOUNDARY -> boundary(event, course.state().visit(visit));
            default -> {
                course.happen(new FlowEvent.WaitOver(
                        visit, course.state().visit(visit).node()));
                moving.leave(event, visit);
            }
        }
    }

    private void boundary(Node event, Visit host) {
        if (!event.catching().interrupting()) {
            moving.leave(event, host.sources().getFirst());
            return;
        }
        if (host instanceof Activity activity) {
            course.dropTasksOf(activity.number());
            course.state().incidents().stream()
                    .filter(incident ->
                            incident.kind() == FlowIncident.Kind.NOBODY && incident.visit() == activity.number())
                    .forEach(incident -> course.happen(new FlowEvent.IncidentResolved(incident.number())));
            course.happen(new FlowEvent.StepInterrupted(activity.number(), activity.step(), event.id()));
        } else {
            moving.stop(host.number(), event.id(), true);
        }
        moving.leave(event, host.number());
    }

    /** An event sub-process begins in a scope; it ends what is there and what else might have begun, if it interrupts. */
    private void begin(Node start, int scope) {
        if (start.catching().interrupting()) {
            moving.stop(scope, start.id(), false);
            var state = course.state();
            state.timers().stream()
                    .filter(timer -> timer.visit() == scope && isBeginning(timer.node()))
                    .forEach(timer -> course.happen(new FlowEvent.TimerDropped(timer.number())));
            state.subscriptions().stream()
                    .filter(one -> one.visit() == scope && isBeginning(one.node()))
                    .forEach(one -> course.happen(new FlowEvent.SubscriptionClosed(one.number())));
        }
        moving.begin(course.graph().node(start.scope()), scope);
    }

    private boolean isBeginning(String node) {
        var found = course.graph().nodes().get(node);
        return found != null && found.kind() == Node.Kind.START;
    }

    /** Asks a condition that is waited for; whether it has come to hold, and with it the event. */
    boolean ask(FlowSubscription waited) {
        if (!(course.graph().node(waited.node()).trigger() instanceof Trigger.Conditional conditional)) {
            return false;
        }
        var holds = holds(conditional.condition().test(course.dataAt(waited.visit()), course.command.at()));
        if (holds != waited.held()) {
            course.happen(new FlowEvent.ConditionSeen(waited.number(), holds));
        }
        if (holds && !waited.held()) {
            occur(waited);
            return true;
        }
        return false;
    }

    private static boolean holds(Condition.@Nullable Answer answer) {
        return answer != null && Boolean.TRUE.equals(answer.value());
    }
}
