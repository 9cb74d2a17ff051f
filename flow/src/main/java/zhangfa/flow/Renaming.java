package zhangfa.flow;

import java.util.List;
import java.util.function.UnaryOperator;

/** What a migration makes of a state: its elements have other names, and some of its past is beyond return. */
record Renaming(FlowEvent.CaseMigrated migrated) {

    static FlowState evolve(FlowState state, FlowEvent.CaseMigrated migrated) {
        return new Renaming(migrated).of(state);
    }

    private FlowState of(FlowState state) {
        return state.with(draft -> {
            draft.visits = all(state.visits(), this::visit);
            draft.waiting = all(state.waiting(), this::token);
            draft.openTasks = all(state.openTasks(), this::task);
            draft.held = all(state.held(), this::task);
            draft.incidents = all(state.incidents(), one -> one.at(name(one.node())));
            draft.timers = all(state.timers(), one -> one.at(name(one.node())));
            draft.subscriptions = all(state.subscriptions(), one -> one.at(name(one.node())));
            draft.compensable = all(state.compensable(), one -> one.at(name(one.node())));
            draft.start = migrated.start();
        });
    }

    private Visit visit(Visit visit) {
        var forgotten = migrated.forgotten().contains(visit.number());
        return switch (visit) {
            case Joining joining ->
                new Joining(
                        joining.number(),
                        name(joining.join()),
                        all(joining.tokens(), this::token),
                        migrated.forgotten().contains(joining.scope()) ? 0 : joining.scope());
            case Compensation begun ->
                new Compensation(
                        begun.number(),
                        name(begun.handler()),
                        begun.by(),
                        begun.of().at(name(begun.of().node())));
            case Activity activity
            when !forgotten ->
                new Activity(
                        activity.number(),
                        name(activity.step()),
                        activity.from(),
                        all(activity.back(), this::name),
                        activity.phase(),
                        activity.votes(),
                        all(activity.spared(), this::task));
            case Scope scope
            when !forgotten ->
                new Scope(scope.number(), name(scope.sub()), scope.from(), scope.phase(), scope.rounds());
            case Wait wait
            when !forgotten -> new Wait(wait.number(), name(wait.node()), wait.from(), wait.awaited(), wait.over());
            // It is still what the later ones came from.
            default ->
                new Wait(visit.number(), FlowMigration.GONE, visit.sources().getFirst(), Wait.For.MOMENT, true);
        };
    }

    private Token token(Token token) {
        return new Token(name(token.flow()), token.from());
    }

    private FlowTask task(FlowTask task) {
        return task.of(name(task.step()));
    }

    private String name(String old) {
        return migrated.renamed().getOrDefault(old, old);
    }

    private static <T> List<T> all(List<T> list, UnaryOperator<T> change) {
        return Copies.change(list, _ -> true, change);
    }
}
