package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import zhangfa.flow.naive.Live.As;

/** When joins fire: 13.4.1 and 13.4.3. */
final class Gathering {

    private final Board board;

    Gathering(Board board) {
        this.board = board;
    }

    boolean parallel() {
        for (var join : waiting()) {
            var first = first(join);
            if (join.shape.is("parallelGateway")
                    && first.size() == join.shape.in().size()) {
                fire(join, first);
                return true;
            }
        }
        return false;
    }

    boolean inclusive() {
        for (var join : waiting()) {
            if (join.shape.is("inclusiveGateway") && isActivated(join)) {
                fire(join, first(join));
                return true;
            }
        }
        return false;
    }

    private List<Live> waiting() {
        return board.live.stream().filter(one -> one.as == As.PARKED).toList();
    }

    /** The token that came first on each arrow into the join of this one, in its scope. */
    private Map<String, Live> first(Live join) {
        var first = new LinkedHashMap<String, Live>();
        for (var one : waiting()) {
            if (one.shape.equals(join.shape) && one.inside == join.inside && one.at != null) {
                first.putIfAbsent(one.at.id(), one);
            }
        }
        return first;
    }

    private void fire(Live join, Map<String, Live> first) {
        board.live.removeAll(first.values());
        var from = first.values().stream().map(one -> one.number).toList();
        board.go(join.shape, board.lineage.of(join.shape.id(), from), join.scope());
    }

    /**
     * For every path from a token to an empty arrow into the join that does not visit the join there is one from the same
     * token to an arrow with a token.
     */
    private boolean isActivated(Live join) {
        var full = first(join).keySet();
        return board.live.stream()
                .filter(one -> one.as != As.PARKED || !one.shape.equals(join.shape))
                .filter(one -> one.isIn(join.scope()))
                .allMatch(one -> {
                    var reached = reached(one, join);
                    return full.containsAll(reached) || reached.stream().anyMatch(full::contains);
                });
    }

    /** Arrows into the join that the token can come to without passing it. */
    private Set<String> reached(Live token, Live join) {
        var at = token.atHome();
        while (at.inside != join.inside) {
            at = at.scope();
        }
        var arrows = new HashSet<String>();
        if (!(at.as == As.PARKED && at.shape.equals(join.shape)) && !at.shape.isHandler()) {
            walk(at.shape, join.shape, arrows);
        }
        return arrows.stream()
                .filter(arrow -> join.shape.in().stream().anyMatch(in -> in.id().equals(arrow)))
                .collect(Collectors.toSet());
    }

    private void walk(Shape from, Shape join, Set<String> seen) {
        var exits = new ArrayList<>(from.out());
        board.drawing.boundary(from).forEach(event -> exits.addAll(event.out()));
        for (var arrow : exits) {
            if (seen.add(arrow.id()) && !arrow.to().equals(join.id())) {
                walk(board.drawing.shape(arrow.to()), join, seen);
            }
        }
    }

    /** Joins that can never fire: nothing else is left in their scope. */
    List<Live> starved() {
        return waiting().stream()
                .filter(join -> board.live.stream()
                        .filter(one -> one.isIn(join.scope()))
                        .allMatch(one -> one.as == As.PARKED))
                .toList();
    }
}
