package zhangfa.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhangfa.flow.FlowIncident.Kind;

/** A token comes to a node at which it stays: people or the runtime are asked, and what may happen is waited for. */
final class Entering {

    private final Course course;
    private final Moving moving;
    private final Arming arming;

    Entering(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
        this.arming = new Arming(course);
    }

    void rest(Node node, int from) {
        var repetition = node.repetition();
        if (repetition == null || new Past(course.state()).body(node.id(), from) != 0) {
            one(node, from);
            return;
        }
        var armed = arming.on(node, from);
        if (isStopped(node, from, armed)) {
            return;
        }
        var visit = course.next();
        Optional.ofNullable(new Repeating(course, moving).begin(node, repetition, from))
                .ifPresentOrElse(
                        failure -> moving.raise(Kind.EVENT, node, from, failure),
                        () -> armed.forEach(event -> arming.set(event, visit)));
    }

    /** Once, or one of several. */
    void one(Node node, int from) {
        var armed = node.repetition() == null ? arming.at(node, from) : arming.of(node, from);
        if (isStopped(node, from, armed)) {
            return;
        }
        var visit = course.next();
        switch (node.kind()) {
            case CATCH -> {
                var awaited = node.trigger() instanceof Alarm ? Wait.For.MOMENT : Wait.For.EVENT;
                course.happen(new FlowEvent.WaitBegun(visit, node.id(), from, awaited));
            }
            case RACE -> course.happen(new FlowEvent.WaitBegun(visit, node.id(), from, Wait.For.RACE));
            case SUB -> {
                course.happen(new FlowEvent.ScopeEntered(visit, node.id(), from, null));
                moving.leave(course.graph().start(node.id()), visit);
            }
            case AD_HOC -> course.happen(new FlowEvent.ScopeEntered(visit, node.id(), from, null));
            case SERVICE -> {
                course.happen(new FlowEvent.WaitBegun(visit, node.id(), from, Wait.For.ACTION));
                course.happen(new FlowEvent.ActionAsked(visit, node.id(), node.action()));
            }
            case CALL -> call(node, from, visit);
            case THROW, SCRIPT -> {
                course.happen(new FlowEvent.WaitBegun(visit, node.id(), from, Wait.For.NOTHING));
                new Throwing(course, moving).through(node, visit);
            }
            default -> step(node.id(), from, List.of());
        }
        armed.forEach(event -> arming.set(event, visit));
    }

    private void call(Node node, int from, int visit) {
        var data = new Repeating(course, moving).data(node, from);
        var failure = new Computing(course).failure(node.catching().values(), data);
        if (failure.isPresent()) {
            moving.raise(Kind.EVENT, node, from, failure.get());
            return;
        }
        course.happen(new FlowEvent.WaitBegun(visit, node.id(), from, Wait.For.CALL));
        call(node, visit, data);
    }

    /** Another case is to begin, again perhaps. */
    private void call(Node node, int visit, Map<String, Object> data) {
        var values = new Computing(course).values(node.catching().values(), data);
        course.happen(new FlowEvent.CaseCalled(visit, node.id(), node.action(), values));
    }

    /** What the runtime was asked to do at a wait, and could not, it is asked for again. */
    void again(Wait wait) {
        var node = course.graph().node(wait.node());
        switch (node.kind()) {
            case CALL -> call(node, wait.number(), new Repeating(course, moving).data(node, wait.from()));
            case THROW, SCRIPT -> {
                new Throwing(course, moving).through(node, wait.number());
                moving.settle();
            }
            default -> course.happen(new FlowEvent.ActionAsked(wait.number(), node.id(), node.action()));
        }
    }

    void step(String step, int from, List<String> back) {
        var activity = course.next();
        course.happen(new FlowEvent.StepEntered(activity, step, from, back));
        if (step.equals(FlowModel.INITIATOR)) {
            var initiator = course.state().initiator();
            course.happen(
                    new FlowEvent.TaskOpened(course.next(), activity, step, List.of(), initiator, initiator, null));
        } else {
            course.happen(new FlowEvent.PeopleAsked(activity, step));
        }
    }

    private boolean isStopped(Node node, int from, List<Arming.Armed> armed) {
        if (armed.isEmpty()) {
            return false;
        }
        var failure = Arming.failure(armed);
        var untimely = armed.stream().anyMatch(event -> event.decided() != null && event.failure() != null);
        failure.ifPresent(reason -> moving.raise(untimely ? Kind.TIMER : Kind.EVENT, node, from, reason));
        return failure.isPresent();
    }
}
