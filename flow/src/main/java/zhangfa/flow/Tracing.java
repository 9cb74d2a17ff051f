package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an event makes of the visits of a case, and of the tokens that wait. */
final class Tracing {

    private Tracing() {}

    /** With one more visit, which may be an instance of something that is done several times, or a detour of one. */
    static FlowState with(FlowState state, Visit visit) {
        var next = state.visiting(Copies.with(state.visits(), visit), visit.number());
        var from = visit.sources().getFirst();
        var drawn = visit instanceof Activity activity && activity.isDetour()
                ? activity.back().getLast()
                : visit.node();
        var body = new Past(state).body(drawn, from);
        return body == 0
                ? next
                : rounds(
                        next,
                        body,
                        rounds -> isDetour(state.find(from)) && rounds.index(from) >= 0
                                ? rounds.replacing(from, visit.number())
                                : rounds.with(visit.number()));
    }

    private static boolean isDetour(@Nullable Visit visit) {
        return visit instanceof Activity activity && activity.isDetour();
    }

    static FlowState rounds(FlowState state, int body, UnaryOperator<Rounds> change) {
        var next = state.visits().stream()
                .map(visit -> visit instanceof Scope scope && scope.number() == body
                        ? scope.with(change.apply(scope.instances()))
                        : visit)
                .toList();
        return state.visiting(next, state.last());
    }

    static FlowState over(FlowState state, int wait) {
        var next = state.visits().stream()
                .map(visit -> visit.number() == wait ? stopped(visit) : visit)
                .toList();
        return state.visiting(next, state.last());
    }

    static FlowState joined(FlowState state, FlowEvent.Joined joined) {
        var joining = new Joining(joined.visit(), joined.join(), joined.tokens(), 0);
        return state.waiting(Copies.without(state.waiting(), joined.tokens()))
                .visiting(Copies.with(state.visits(), joining), joined.visit());
    }

    static FlowState left(FlowState state, FlowEvent.ScopeLeft left) {
        var joining = new Joining(left.visit(), left.node(), left.tokens(), left.scope());
        var closed = scopes(state, Set.of(left.scope()), Scope.Phase.DONE);
        return closed.waiting(Copies.without(state.waiting(), left.tokens()))
                .visiting(Copies.with(closed.visits(), joining), left.visit());
    }

    static FlowState entered(FlowState state, FlowEvent.StepEntered entered) {
        var activity = new Activity(
                entered.activity(),
                entered.step(),
                entered.from(),
                entered.back(),
                Activity.Phase.OPEN,
                List.of(),
                List.of());
        return with(state, activity);
    }

    static FlowState stopped(FlowState state, FlowEvent.WorkStopped stopped) {
        var visits = state.visits().stream()
                .map(visit -> stopped.visits().contains(visit.number()) ? stopped(visit) : visit)
                .toList();
        return Evolving.withoutIncidents(state, stopped.incidents())
                .waiting(Copies.without(state.waiting(), stopped.dropped()))
                .visiting(visits, state.last());
    }

    private static Visit stopped(Visit visit) {
        return switch (visit) {
            case Activity activity -> activity.in(Activity.Phase.INTERRUPTED);
            case Wait wait -> wait.ended();
            case Scope scope -> scope.in(Scope.Phase.INTERRUPTED);
            case Joining _, Compensation _ -> visit;
        };
    }

    static FlowState compensated(FlowState state, FlowEvent.CompensationBegun begun) {
        var visit = new Compensation(begun.visit(), begun.handler(), begun.by(), begun.of());
        return state.compensable(Copies.unless(state.compensable(), begun.of()::equals), state.last())
                .visiting(Copies.with(state.visits(), visit), begun.visit());
    }

    /** A scope whose leaving is undone is at work again. */
    static FlowState undone(FlowState state, FlowEvent.WorkUndone undone) {
        var reopened = state.visits().stream()
                .filter(visit -> undone.visits().contains(visit.number()) && visit instanceof Joining)
                .map(visit -> ((Joining) visit).scope())
                .collect(Collectors.toSet());
        var waiting = new ArrayList<>(Copies.without(state.waiting(), undone.dropped()));
        waiting.addAll(undone.restored());
        var next = Evolving.withoutIncidents(
                        without(scopes(state, reopened, Scope.Phase.OPEN), undone.visits()), undone.incidents())
                .waiting(List.copyOf(waiting));
        return undone.compensable() == null ? next : next.compensable(undone.compensable(), next.last());
    }

    static FlowState ended(FlowState state, FlowEvent.CaseEnded ended) {
        var status = switch (ended.how()) {
            case COMPLETED -> FlowState.Status.COMPLETED;
            case REJECTED -> FlowState.Status.REJECTED;
            case CANCELLED -> FlowState.Status.CANCELLED;
            case FAILED -> FlowState.Status.FAILED;
        };
        // What was done inside a scope points back at it.
        var past = Copies.change(
                Copies.where(state.visits(), visit -> visit.isDone() || visit instanceof Scope),
                visit -> !visit.isDone(),
                Tracing::stopped);
        return state.with(draft -> {
            draft.status = status;
            draft.visits = past;
            draft.waiting = List.of();
            draft.openTasks = List.of();
            draft.incidents = List.of();
            draft.timers = List.of();
            draft.held = List.of();
            draft.subscriptions = List.of();
        });
    }

    private static FlowState scopes(FlowState state, Set<Integer> numbers, Scope.Phase phase) {
        var next = state.visits().stream()
                .map(visit ->
                        visit instanceof Scope scope && numbers.contains(scope.number()) ? scope.in(phase) : visit)
                .toList();
        return numbers.isEmpty() ? state : state.visiting(next, state.last());
    }

    static FlowState without(FlowState state, List<Integer> visits) {
        var next = state.visits().stream()
                .filter(visit -> !visits.contains(visit.number()))
                .map(visit -> visit instanceof Scope scope && scope.rounds() != null
                        ? scope.with(scope.instances().without(visits))
                        : visit)
                .toList();
        return state.visiting(next, state.last());
    }
}
