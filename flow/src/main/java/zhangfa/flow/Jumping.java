package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Jump;
import zhangfa.flow.FlowCommand.Reopen;

/**
 * Moving a case by hand: its process owner puts a token elsewhere. The other tokens stay where every run from there can
 * still come to its end; else they are taken along, so that no join starves and nothing is done twice. Jumping out of a
 * sub-process ends it with all that is inside; jumping into one begins it.
 */
final class Jumping {

    private final Course course;
    private final Moving moving;

    Jumping(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
    }

    void jump(Jump jump) {
        check(jump.to());
        var way = way(jump.to());
        var resting = new Resting(course.graph(), course.state());
        var scope = resting.around(jump.place()).stream()
                .filter(around -> way.contains(sub(around)))
                .findFirst()
                .orElse(0);
        var inner = way.subList(0, way.indexOf(sub(scope)));
        var left = new ArrayList<Resting.Rest>();
        var others = new ArrayList<Resting.Rest>();
        resting.in(scope).forEach(rest -> (rest.numbers().contains(jump.place()) ? left : others).add(rest));
        var from = left.getFirst().from();
        var entered = inner.isEmpty() ? jump.to() : inner.getLast();
        if (!isSound(others, sub(scope), entered)) {
            if (!isSound(List.of(), sub(scope), entered)) {
                throw unsound(jump.to());
            }
            left.addAll(others);
        }
        course.happen(new FlowEvent.CaseJumped(jump.place(), jump.to(), jump.actor()));
        leave(left);
        enter(jump.to(), inner, jump.to().equals(FlowModel.INITIATOR) ? 0 : from);
    }

    void reopen(Reopen reopen) {
        check(reopen.to());
        var way = way(reopen.to());
        var inner = way.subList(0, way.size() - 1);
        if (!isSound(List.of(), Graph.PROCESS, inner.isEmpty() ? reopen.to() : inner.getLast())) {
            throw unsound(reopen.to());
        }
        var visits = course.state().visits();
        var last = visits.isEmpty() || reopen.to().equals(FlowModel.INITIATOR)
                ? 0
                : visits.getLast().number();
        course.happen(new FlowEvent.CaseReopened(
                reopen.to(), reopen.actor(), course.state().last()));
        enter(reopen.to(), inner, last);
    }

    /** The sub-processes around a step, the innermost first, and the process itself. */
    private List<String> way(String step) {
        var way = new ArrayList<String>();
        var scope = step.equals(FlowModel.INITIATOR)
                ? Graph.PROCESS
                : course.graph().node(step).scope();
        while (!scope.equals(Graph.PROCESS)) {
            way.add(scope);
            scope = course.graph().node(scope).scope();
        }
        way.add(Graph.PROCESS);
        return way;
    }

    private String sub(int scope) {
        return scope == 0 ? Graph.PROCESS : course.state().visit(scope).node();
    }

    /** Into a step, through the sub-processes around it that begin with it. */
    private void enter(String step, List<String> inner, int from) {
        if (course.graph().isHandler(step) || Copies.any(inner, course.graph()::isHandler)) {
            throw new CommandRefused(Reason.NOT_ALLOWED, step + " only compensates what was done");
        }
        var at = from;
        var target = step;
        for (var sub : inner) {
            if (course.graph().node(sub).repetition() != null || !isSound(List.of(), sub, target)) {
                throw unsound(step);
            }
            target = sub;
        }
        for (var sub : inner.reversed()) {
            at = moving.open(course.graph().node(sub), at);
        }
        moving.into(step, at, List.of());
    }

    private void leave(List<Resting.Rest> rests) {
        var visits = rests.stream().flatMap(rest -> rest.visits().stream()).toList();
        visits.forEach(course::dropTasksOf);
        var stuck = course.state().incidents().stream()
                .filter(incident -> incident.kind() == FlowIncident.Kind.STUCK)
                .map(FlowIncident::number);
        course.happen(new FlowEvent.WorkUndone(
                visits,
                rests.stream().flatMap(rest -> rest.tokens().stream()).toList(),
                List.of(),
                Stream.concat(rests.stream().flatMap(rest -> rest.incidents().stream()), stuck)
                        .distinct()
                        .toList(),
                new Past(course.state()).compensable(Set.copyOf(visits))));
    }

    private boolean isSound(List<Resting.Rest> others, String scope, String to) {
        return new Resting(course.graph(), course.state()).isSound(others, scope, to);
    }

    private void check(String to) {
        if (course.model.steps().stream().noneMatch(step -> step.id().equals(to)) && !to.equals(FlowModel.INITIATOR)) {
            throw new CommandRefused(Reason.NO_SUCH_STEP, "The process has no step " + to);
        }
    }

    private static CommandRefused unsound(String to) {
        return new CommandRefused(
                Reason.NOT_ALLOWED,
                to + " stands in one of several branches; the case would wait for the others for ever");
    }
}
