package zhangfa.mining.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Those of several moves that put in the fewest tokens: one, the shortest, for each marking they lead to. */
final class Moves {

    private final Map<Integer, Move> best = new LinkedHashMap<>();
    private int missing = Integer.MAX_VALUE;

    void add(Move move) {
        if (move.missing() > missing) {
            return;
        }
        if (move.missing() < missing) {
            best.clear();
            missing = move.missing();
        }
        best.merge(move.marking(), move, (one, other) -> other.isBetterThan(one) ? other : one);
    }

    boolean isEmpty() {
        return best.isEmpty();
    }

    Move[] toArray() {
        return best.values().toArray(Move[]::new);
    }

    /** Each of these moves followed by each that is possible after it, the best of them. */
    static Move[] after(Move[] moves, IntFunction<Move[]> next) {
        if (moves.length == 1) {
            var only = moves[0];
            var following = next.apply(only.marking());
            if (following.length == 1) {
                return new Move[] {only.then(following[0])};
            }
        }
        var found = new Moves();
        for (var move : moves) {
            for (var following : next.apply(move.marking())) {
                found.add(move.then(following));
            }
        }
        return found.toArray();
    }
}
