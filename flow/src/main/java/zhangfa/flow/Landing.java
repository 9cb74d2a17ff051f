package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import zhangfa.flow.FlowMigration.Obstacle;

/** A case as it would stand in the new version of its model: whether every join there still gets its tokens. */
record Landing(FlowMigration migration, FlowState state) {

    /** The joins that would wait for ever though they never do in the model's own runs. */
    List<Obstacle> starving() {
        var graph = migration.to().graph();
        var landed = Evolving.evolve(state, migration.event(state));
        var resting = new Resting(graph, landed);
        var starving = new TreeSet<String>();
        for (var scope : scopes(landed)) {
            var flows = resting.in(scope).stream()
                    .flatMap(rest -> rest.way().stream())
                    .toList();
            var sub = scope == 0 ? Graph.PROCESS : landed.visit(scope).node();
            starving.addAll(TokenGame.starving(graph.level(sub), flows));
        }
        return starving.stream().map(FlowMigration::starving).toList();
    }

    private static List<Integer> scopes(FlowState state) {
        var scopes = new ArrayList<Integer>();
        scopes.add(0);
        for (var visit : state.visits()) {
            if (visit instanceof Scope scope && !scope.isDone() && scope.rounds() == null) {
                scopes.add(scope.number());
            }
        }
        return scopes;
    }
}
