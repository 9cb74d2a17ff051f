package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Jump;
import zhangfa.flow.FlowCommand.Reopen;

/**
 * Moving a case by hand: its process owner puts a token elsewhere. The other tokens stay where every run from there can
 * still come to its end; else they are taken along, so that no join starves and nothing is done twice.
 */
final class Jumping {

    /** A token at rest: the number it is known by, the flow it came on, and what holds it in the state. */
    private record Rest(int number, String flow, List<Integer> visits, List<Token> tokens, List<Integer> incidents) {}

    private final Course course;
    private final Moving moving;

    Jumping(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
    }

    void jump(Jump jump) {
        check(jump.to());
        var from = from(jump.place());
        var left = new ArrayList<Rest>();
        var others = new ArrayList<Rest>();
        rests().forEach(rest -> (rest.number() == jump.place() ? left : others).add(rest));
        if (!isSound(others, jump.to())) {
            if (!isSound(List.of(), jump.to())) {
                throw unsound(jump.to());
            }
            left.addAll(others);
        }
        course.happen(new FlowEvent.CaseJumped(jump.place(), jump.to(), jump.actor()));
        leave(left);
        moving.into(jump.to(), jump.to().equals(FlowModel.INITIATOR) ? 0 : from, List.of());
    }

    void reopen(Reopen reopen) {
        check(reopen.to());
        if (!isSound(List.of(), reopen.to())) {
            throw unsound(reopen.to());
        }
        var visits = course.state().visits();
        var last = visits.isEmpty() || reopen.to().equals(FlowModel.INITIATOR)
                ? 0
                : visits.getLast().number();
        course.happen(new FlowEvent.CaseReopened(reopen.to(), reopen.actor()));
        moving.into(reopen.to(), last, List.of());
    }

    private int from(int place) {
        var state = course.state();
        var incident = state.incidents().stream()
                .filter(open -> open.number() == place && (open.isToken() || open.kind() == FlowIncident.Kind.STUCK))
                .map(FlowIncident::visit);
        var visit = state.visits().stream()
                .filter(open -> open.number() == place && !open.isDone())
                .map(open -> open instanceof Wait wait ? wait.from() : ((Activity) open).from());
        return Stream.concat(visit, incident)
                .findFirst()
                .orElseThrow(() -> new CommandRefused(Reason.STALE, "No token stands at " + place));
    }

    private List<Rest> rests() {
        var state = course.state();
        var standing = new Standing(course.graph(), state);
        var rests = new ArrayList<Rest>();
        for (var visit : state.visits()) {
            if (!visit.isDone()) {
                var number = visit.number();
                var incidents = Stream.of(FlowIncident.Kind.NOBODY, FlowIncident.Kind.ACTION)
                        .flatMap(kind -> incidents(kind, number).stream())
                        .toList();
                rests.add(new Rest(number, flowTo(standing.node(visit)), List.of(number), List.of(), incidents));
            }
        }
        for (var token : state.waiting()) {
            var stuck = incidents(FlowIncident.Kind.STUCK, token.from());
            rests.add(new Rest(stuck.isEmpty() ? 0 : stuck.getFirst(), token.flow(), List.of(), List.of(token), stuck));
        }
        for (var incident : state.incidents()) {
            if (incident.isToken()) {
                var number = incident.number();
                var node = course.graph().node(incident.node());
                rests.add(new Rest(number, flowTo(node), List.of(), List.of(), List.of(number)));
            }
        }
        return rests;
    }

    private List<Integer> incidents(FlowIncident.Kind kind, int visit) {
        return course.state().incidents().stream()
                .filter(incident -> incident.kind() == kind && incident.visit() == visit)
                .map(FlowIncident::number)
                .toList();
    }

    private void leave(List<Rest> rests) {
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
                        .toList()));
    }

    /** Whether every run from this marking ends as well as the runs of the model itself do. */
    private boolean isSound(List<Rest> others, String to) {
        if (to.equals(FlowModel.INITIATOR)) {
            return others.isEmpty();
        }
        var flows = new ArrayList<>(others.stream().map(Rest::flow).toList());
        flows.add(flowTo(course.graph().node(to)));
        var drawn = TokenGame.play(course.graph());
        var jumped = TokenGame.playFrom(course.graph(), flows);
        return drawn.stuck().containsAll(jumped.stuck()) && drawn.crowded().containsAll(jumped.crowded());
    }

    private static String flowTo(Node node) {
        var flows = node.kind() == Node.Kind.START ? node.outgoing() : node.incoming();
        return flows.getFirst().id();
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
