package zhangfa.flow;

import java.util.List;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Activate;
import zhangfa.flow.FlowCommand.Leave;

/** Ad-hoc sub-processes (BPMN 2.0.2, 10.3.5 and 13.3.5): people choose what is done in them, until it is enough. */
final class Choosing {

    private final Course course;
    private final Moving moving;

    Choosing(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
    }

    /** The activities of a sub-process to which no flow leads. */
    static List<Node> choices(Graph graph, String sub) {
        return graph.nodes().values().stream()
                .filter(node -> node.scope().equals(sub) && node.incoming().isEmpty())
                .filter(node -> !graph.isHandler(node.id()))
                .filter(node -> node.kind() != Node.Kind.BOUNDARY && node.kind() != Node.Kind.EVENT_SUB)
                .toList();
    }

    void activate(Activate chosen) {
        var scope = open(chosen.visit());
        var node = choices(course.graph(), scope.sub()).stream()
                .filter(choice -> choice.id().equals(chosen.activity()))
                .findFirst()
                .orElseThrow(() -> new CommandRefused(
                        Reason.NO_SUCH_STEP, chosen.activity() + " is not among what can be chosen"));
        var sequential =
                "Sequential".equals(course.graph().node(scope.sub()).catching().action());
        if (isOver(course, scope) || (sequential && isBusy(scope))) {
            throw new CommandRefused(Reason.NOT_ALLOWED, "One is done after another, until it is enough");
        }
        course.happen(new FlowEvent.ActivityChosen(scope.number(), node.id(), chosen.actor()));
        moving.again(node, scope.number());
    }

    void leave(Leave left) {
        var scope = open(left.visit());
        var node = course.graph().node(scope.sub());
        if (node.trigger() != null) {
            throw new CommandRefused(Reason.NOT_ALLOWED, "A condition says when " + node.id() + " is over");
        }
        var busy = isBusy(scope);
        if (busy && !node.catching().interrupting()) {
            throw new CommandRefused(Reason.NOT_ALLOWED, "What has begun in " + node.id() + " is to be finished");
        }
        course.happen(new FlowEvent.ActivityChosen(scope.number(), null, left.actor()));
        if (busy) {
            moving.stop(scope.number(), node.id(), false);
        }
        moving.leave(node, new Scoping(course).leave(scope));
        moving.settle();
    }

    /** Something inside has come to its end: perhaps that is enough, and the rest is not needed. */
    void done(int number) {
        var scope = (Scope) course.state().visit(number);
        var node = course.graph().node(scope.sub());
        if (node.catching().interrupting() && isOver(course, scope)) {
            moving.stop(number, node.id(), false);
        }
    }

    /** Whether enough has been done in a sub-process; in others than these that is when nothing is left to do. */
    static boolean isOver(Course course, Scope scope) {
        var node = course.graph().node(scope.sub());
        if (node.kind() != Node.Kind.AD_HOC || scope.rounds() != null) {
            return true;
        }
        var standing = new Standing(course.graph(), course.state());
        return node.trigger() instanceof Trigger.Conditional until
                && Copies.any(course.state().waiting(), token -> standing.scope(token) == scope.number())
                && Boolean.TRUE.equals(until.condition()
                        .test(Repeating.data(standing, course.data(), node, scope.from()), course.command.at())
                        .value());
    }

    private boolean isBusy(Scope scope) {
        var standing = new Standing(course.graph(), course.state());
        var inside = standing.inside(scope.number(), scope.sub());
        return !inside.visits().isEmpty() || !inside.incidents().isEmpty();
    }

    private Scope open(int number) {
        if (course.state().find(number) instanceof Scope scope
                && !scope.isDone()
                && scope.rounds() == null
                && course.graph().node(scope.sub()).kind() == Node.Kind.AD_HOC) {
            return scope;
        }
        throw new CommandRefused(Reason.STALE, "Nothing is chosen at " + number);
    }
}
