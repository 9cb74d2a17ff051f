package zhangfa.flow;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of what in a case: the visits before and after another, following tokens, not time. */
record Past(FlowState state) {

    /** Every visit that a token passed after this one; all of them for the start (0). */
    Set<Integer> after(int visit) {
        var causes = new HashSet<>(Set.of(visit));
        // Visits stand by number, and none comes from a later one.
        for (var later : state.visits()) {
            if (later.cameFrom(causes)) {
                causes.add(later.number());
            }
        }
        causes.remove(visit);
        return causes;
    }

    /** Every visit that a token passed before it came to this activity. */
    Set<Integer> before(Activity activity) {
        var found = new HashSet<>(Set.of(activity.from()));
        for (var earlier : state.visits().reversed()) {
            if (found.contains(earlier.number())) {
                found.addAll(earlier.sources());
            }
        }
        found.remove(0);
        return found;
    }

    /** The latest round of a step that led here by the drawn order, so that its token can go on from there again. */
    Optional<Activity> latestBefore(Activity activity, String step) {
        var before = before(activity);
        return state.activities().reversed().stream()
                .filter(earlier -> before.contains(earlier.number()))
                .filter(earlier -> earlier.step().equals(step) && !earlier.isDetour())
                .findFirst();
    }

    /** The steps that led here by the drawn order, nearest first. */
    List<String> stepsBefore(Activity activity) {
        var before = before(activity);
        return state.activities().reversed().stream()
                .filter(earlier -> before.contains(earlier.number()) && !earlier.isDetour())
                .map(Activity::step)
                .distinct()
                .toList();
    }

    /** The step whose completion led here: at a join, the one that came last. */
    String previous(Activity activity) {
        var from = activity.from();
        while (from != 0) {
            switch (state.visit(from)) {
                case Activity earlier -> {
                    return earlier.step();
                }
                case Wait wait -> from = wait.from();
                case Scope scope -> from = scope.from();
                case Compensation begun -> from = begun.by();
                case Joining joining -> from = joining.tokens().getLast().from();
            }
        }
        return FlowModel.INITIATOR;
    }

    /**
     * The visit of an activity done several times of which a token at its node is an instance, coming from it or from the
     * instance before; 0 where it is none.
     */
    int body(String node, int from) {
        for (var at = from; at != 0; ) {
            var visit = state.visit(at);
            if (visit instanceof Scope body
                    && body.rounds() != null
                    && body.sub().equals(node)) {
                return at;
            }
            if (visit instanceof Joining joining
                    && joining.scope() != 0
                    && joining.join().equals(node)) {
                var left = (Scope) state.visit(joining.scope());
                if (left.rounds() != null) {
                    return 0;
                }
                at = left.from();
            } else if (visit.node().equals(node) || isDetourOf(visit, node)) {
                at = visit.sources().getFirst();
            } else {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isDetourOf(Visit visit, String node) {
        return visit instanceof Activity activity && activity.back().contains(node);
    }

    /** Undoes these visits and whatever came of them or of the root, and gives untouched branches their tokens back. */
    FlowEvent.WorkUndone undo(Set<Integer> gone, int root) {
        var causes = new HashSet<>(gone);
        causes.add(root);
        var dropped = state.waiting().stream()
                .filter(token -> causes.contains(token.from()))
                .toList();
        var visits = state.visits().stream()
                .filter(visit -> gone.contains(visit.number()))
                .toList();
        var restored = visits.stream()
                .filter(Joining.class::isInstance)
                .flatMap(visit -> ((Joining) visit).tokens().stream())
                .filter(token -> !causes.contains(token.from()))
                .toList();
        var incidents = state.incidents().stream()
                .filter(incident -> incident.kind() == FlowIncident.Kind.STUCK || causes.contains(incident.visit()))
                .map(FlowIncident::number)
                .toList();
        return new FlowEvent.WorkUndone(
                visits.stream().map(Visit::number).toList(), dropped, restored, incidents, compensable(causes));
    }

    /** What may be compensated without these visits: none of theirs, and again what they compensated; null where nothing changes. */
    @Nullable
    List<Compensable> compensable(Set<Integer> gone) {
        var again = state.visits().stream()
                .filter(visit -> visit instanceof Compensation && gone.contains(visit.number()))
                .map(visit -> ((Compensation) visit).of());
        var rest = Stream.concat(state.compensable().stream(), again)
                .filter(one -> !gone.contains(one.visit()))
                .sorted(Comparator.comparingInt(Compensable::number))
                .toList();
        return rest.equals(state.compensable()) ? null : rest;
    }

    /** The visit by which something done is counted where it was done several times. */
    int instance(Compensable done) {
        return state.visit(done.visit()) instanceof Joining joining
                        && joining.scope() != 0
                        && joining.join().equals(done.node())
                ? joining.scope()
                : done.visit();
    }

    /** The compensation by which a token came to a handler, or out of it. */
    Compensation compensation(String handler, int from) {
        var visit = state.visit(from);
        while (!(visit instanceof Compensation begun && begun.handler().equals(handler))) {
            visit = state.visit(visit.sources().getFirst());
        }
        return begun;
    }
}
