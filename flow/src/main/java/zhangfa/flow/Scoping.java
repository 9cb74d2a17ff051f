package zhangfa.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sub-processes: how they begin, are left when nothing is left to do in them, or are ended from inside or outside. */
final class Scoping {

    private final Course course;

    Scoping(Course course) {
        this.course = course;
    }

    /** An open scope in which nothing is left to do; the innermost first. */
    Optional<Scope> finished() {
        var state = course.state();
        if (!Copies.any(state.visits(), visit -> visit instanceof Scope && !visit.isDone())) {
            return Optional.empty();
        }
        var standing = new Standing(course.graph(), state);
        return state.visits().reversed().stream()
                .filter(visit -> visit instanceof Scope && !visit.isDone())
                .map(Scope.class::cast)
                .filter(scope -> isStill(standing, scope.number()) && Choosing.isOver(course, scope))
                .filter(scope -> state.waiting().stream()
                        .noneMatch(token ->
                                course.graph().resting(token).isJoin() && standing.scope(token) == scope.number()))
                .findFirst();
    }

    /** A token at a join of a scope, the process included, in which nobody works and nobody has to help. */
    Optional<Token> stuck() {
        var state = course.state();
        if (state.waiting().isEmpty()) {
            return Optional.empty();
        }
        var standing = new Standing(course.graph(), state);
        return state.waiting().stream()
                .filter(token -> course.graph().resting(token).isJoin())
                .filter(token -> isStill(standing, standing.scope(token)))
                .findFirst();
    }

    /** Whether nobody works in a scope and nobody has to help. */
    boolean isStill(int scope) {
        return isStill(new Standing(course.graph(), course.state()), scope);
    }

    private static boolean isStill(Standing standing, int scope) {
        var state = standing.state();
        return state.visits().stream().noneMatch(visit -> !visit.isDone() && standing.scope(visit) == scope)
                && state.incidents().stream().noneMatch(incident -> standing.scope(incident) == scope);
    }

    /** Takes the tokens at the ends of a scope; the visit from which its token goes on. */
    int leave(Scope scope) {
        var standing = new Standing(course.graph(), course.state());
        var ended = course.state().waiting().stream()
                .filter(token -> standing.scope(token) == scope.number())
                .toList();
        var visit = course.next();
        var tokens = ended.isEmpty() ? List.of(new Token(scope.sub(), scope.number())) : ended;
        course.happen(new FlowEvent.ScopeLeft(visit, scope.number(), scope.sub(), tokens));
        return visit;
    }

    /** Ends everything inside a scope, and the scope itself; if it is to go on, what has come to its end there stays. */
    void stop(int scope, String by, boolean itself) {
        var standing = new Standing(course.graph(), course.state());
        var inside = standing.inside(scope, by);
        var dropped = inside.dropped().stream()
                .filter(token -> itself || course.graph().resting(token).isJoin() || standing.scope(token) != scope)
                .toList();
        var visits = new TreeSet<>(inside.visits());
        if (itself) {
            visits.add(scope);
        }
        visits.forEach(course::dropTasksOf);
        var incidents = new TreeSet<>(inside.incidents());
        course.state().incidents().stream()
                .filter(incident -> itself && incident.visit() == scope && !incident.isToken())
                .map(FlowIncident::number)
                .forEach(incidents::add);
        course.happen(new FlowEvent.WorkStopped(by, List.copyOf(visits), dropped, List.copyOf(incidents)));
    }

    /** The scopes among these visits' results that are at work again once they are undone. */
    Set<Integer> reopened(Set<Integer> gone) {
        var reopened = new TreeSet<Integer>();
        for (var visit : course.state().visits()) {
            if (visit instanceof Joining joining && gone.contains(joining.number()) && joining.scope() != 0) {
                reopened.add(joining.scope());
            }
        }
        reopened.removeAll(gone);
        return reopened;
    }
}
