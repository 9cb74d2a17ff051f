package zhangfa.flow;

import java.util.List;
import java.util.Objects;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.AddInstance;
import zhangfa.flow.FlowCommand.RemoveInstance;

/** More, fewer and spared instances of an activity that is done several times, while it is at work. */
final class Instances {

    private final Course course;
    private final Moving moving;

    Instances(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
    }

    /**
     * A decision that had made the others needless is taken back: whoever of them was at work is asked again.
     *
     * @param instance the visit that was decided in
     */
    void askAgain(Activity instance) {
        var standing = new Standing(course.graph(), course.state());
        for (var scope : standing.around(standing.node(instance), instance.from())) {
            if (scope != 0 && course.state().visit(scope) instanceof Scope body && body.rounds() != null) {
                askAgain(body);
            }
        }
    }

    private void askAgain(Scope body) {
        var node = course.graph().node(body.sub());
        var spared = spared(new Standing(course.graph(), course.state()), body);
        if (!spared.isEmpty() && new Repeating(course, moving).isEnough(node, body)) {
            throw new CommandRefused(Reason.NOT_ALLOWED, "Enough others are done");
        }
        for (var visit : spared) {
            if (!(visit instanceof Activity activity)) {
                throw new CommandRefused(Reason.NOT_ALLOWED, "The decision has ended work inside " + node.id());
            }
            if (activity.spared().isEmpty()) {
                course.happen(new FlowEvent.PeopleAsked(activity.number(), activity.step()));
            } else {
                new Signing(course).askAgain(activity);
                new Timing(course, moving).begin(activity);
            }
        }
    }

    /** The instances that came to an end without being done, and were not taken away. */
    private static List<Visit> spared(Standing standing, Scope body) {
        return Copies.where(
                standing.state().visits(),
                visit -> body.instances().index(visit.number()) >= 0 && isStopped(standing.state(), visit));
    }

    private static boolean isStopped(FlowState state, Visit visit) {
        return switch (visit) {
            case Activity activity -> activity.phase() == Activity.Phase.INTERRUPTED;
            case Scope scope -> scope.phase() == Scope.Phase.INTERRUPTED;
            case Wait wait -> wait.over() && !Copies.any(state.waiting(), token -> token.from() == wait.number());
            case Joining _, Compensation _ -> false;
        };
    }

    void add(AddInstance more) {
        if (!(course.state().find(more.visit()) instanceof Scope body) || body.rounds() == null || body.isDone()) {
            throw new CommandRefused(Reason.STALE, "Nothing is done several times at " + more.visit());
        }
        var node = course.graph().node(body.sub());
        var kind = Objects.requireNonNull(node.repetition()).kind();
        var rounds = body.instances();
        if (kind == Repetition.Kind.LOOP || rounds.planned() >= Repeating.MOST_INSTANCES) {
            throw new CommandRefused(Reason.NOT_ALLOWED, "No more instances can be added");
        }
        var items = more.item() == null ? rounds.items() : Copies.with(rounds.items(), PlainData.written(more.item()));
        course.happen(new FlowEvent.RoundsChanged(body.number(), rounds.planned() + 1, items, 0));
        if (kind == Repetition.Kind.PARALLEL) {
            moving.instance(node, body.number());
        }
        moving.settle();
    }

    void remove(RemoveInstance fewer) {
        var visit = course.state().find(fewer.visit());
        var body = visit == null || visit.isDone()
                ? 0
                : new Past(course.state()).body(visit.node(), visit.sources().getFirst());
        if (visit == null || body == 0) {
            throw new CommandRefused(Reason.STALE, "No instance is at work at " + fewer.visit());
        }
        var node = course.graph().node(visit.node());
        moving.stop(visit.number(), node.id(), true);
        var rounds = ((Scope) course.state().visit(body)).instances();
        var planned = Math.max(0, rounds.planned() - 1);
        course.happen(new FlowEvent.RoundsChanged(body, planned, rounds.items(), visit.number()));
        if (Objects.requireNonNull(node.repetition()).kind() == Repetition.Kind.SEQUENTIAL
                && rounds.taking(visit.number()).begun() < planned) {
            moving.instance(node, visit.number());
        }
        moving.settle();
    }
}
