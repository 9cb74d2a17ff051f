package zhangfa.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was done is compensated (BPMN 2.0.2, 10.7 and 13.5.5): its handlers one after another, what was done last first. An event that
 * throws compensation is the scope of the handlers that it has begun.
 */
final class Compensating {

    /** Something that may be compensated, and when it, and what is around it, was done: the outermost first. */
    private record Candidate(Compensable done, List<Integer> when) {}

    private final Course course;
    private final Moving moving;

    Compensating(Course course, Moving moving) {
        this.course = course;
        this.moving = moving;
    }

    /** An activity, or an instance of it, is done. */
    void done(Node node, int visit) {
        if (course.graph().handler(node.id()) != null) {
            course.happen(new FlowEvent.CompensationEnabled(new Compensable(course.next(), node.id(), visit)));
        }
    }

    /** A token has come to an event that throws compensation; it waits, unless the event says otherwise. */
    void begin(Node event, int from) {
        var visit = course.next();
        course.happen(new FlowEvent.ScopeEntered(visit, event.id(), from, null));
        if (goesOnAtOnce(event)) {
            moving.goOn(event, visit);
        }
    }

    /** Whether the token of an event that throws compensation is somewhere else while handlers are at work. */
    static boolean goesOnAtOnce(Node event) {
        return event.trigger() instanceof Trigger.Compensate thrown
                && !thrown.waits()
                && !event.outgoing().isEmpty();
    }

    /** Whether the next handler begins, the one before being done. */
    boolean goesOn() {
        if (!course.graph().compensates()) {
            return false;
        }
        var scoping = new Scoping(course);
        return Copies.any(
                course.state().visits(),
                visit -> visit instanceof Scope thrown
                        && !thrown.isDone()
                        && course.graph().throwsCompensation(thrown.sub())
                        && scoping.isStill(thrown.number())
                        && handles(thrown));
    }

    private boolean handles(Scope thrown) {
        var next = next(thrown);
        next.ifPresent(done -> {
            var visit = course.next();
            var handler = Objects.requireNonNull(course.graph().handler(done.node()));
            course.happen(new FlowEvent.CompensationBegun(visit, handler.id(), thrown.number(), done));
            moving.enter(handler, visit);
        });
        return next.isPresent();
    }

    /** What was done last of all that an event compensates and that was done before it. */
    private Optional<Compensable> next(Scope thrown) {
        var visible = visible(thrown);
        var activity = course.graph().node(thrown.sub()).trigger() instanceof Trigger.Compensate event
                ? event.activity()
                : null;
        return course.state().compensable().stream()
                .filter(done -> course.graph().handler(done.node()) != null)
                .flatMap(done -> candidate(done, visible, activity).stream())
                .filter(candidate -> candidate.when().getFirst() < thrown.number())
                .max(Comparator.comparing(Candidate::when, Compensating::compare))
                .map(Candidate::done);
    }

    /** The scopes of which an event compensates what was done: its own, and those around an event sub-process. */
    private Set<Integer> visible(Scope thrown) {
        var standing = new Standing(course.graph(), course.state());
        var visible = new HashSet<Integer>();
        var scope = standing.scope(thrown);
        visible.add(scope);
        while (course.state().find(scope) instanceof Scope around
                && course.graph().node(around.sub()).kind() == Node.Kind.EVENT_SUB) {
            scope = course.graph().isHandler(around.sub())
                    ? standing.instance(
                            course.graph().node(around.sub()).scope(),
                            new Past(course.state())
                                    .compensation(around.sub(), around.from())
                                    .of()
                                    .visit())
                    : standing.scope(around);
            visible.add(scope);
        }
        return visible;
    }

    /** Empty where it is out of sight, or part of what is still at work, or has a handler of its own. */
    private Optional<Candidate> candidate(Compensable done, Set<Integer> visible, @Nullable String activity) {
        var when = new ArrayList<Integer>();
        when.add(done.number());
        var part = done.node();
        for (var scope : new Standing(course.graph(), course.state())
                .around(course.graph().node(done.node()), done.visit())) {
            if (visible.contains(scope)) {
                return activity == null || activity.equals(part)
                        ? Optional.of(new Candidate(done, List.copyOf(when.reversed())))
                        : Optional.empty();
            }
            if (!(course.state().find(scope) instanceof Scope around)
                    || around.phase() != Scope.Phase.DONE
                    || isCompensatedAsWhole(around)) {
                return Optional.empty();
            }
            when.add(left(scope));
            part = around.sub();
        }
        return Optional.empty();
    }

    private boolean isCompensatedAsWhole(Scope around) {
        return course.graph().throwsCompensation(around.sub())
                || (around.rounds() == null && course.graph().handler(around.sub()) != null);
    }

    /** When a scope was left. */
    private int left(int scope) {
        return course.state().visits().stream()
                .filter(visit -> visit instanceof Joining joining && joining.scope() == scope)
                .mapToInt(Visit::number)
                .max()
                .orElseThrow();
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (var at = 0; at < Math.min(one.size(), other.size()); at++) {
            if (!one.get(at).equals(other.get(at))) {
                return Integer.compare(one.get(at), other.get(at));
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
