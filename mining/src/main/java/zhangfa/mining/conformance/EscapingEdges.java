package zhangfa.mining.conformance;

import java.util.TreeMap;
import java.util.function.IntFunction;
import zhangfa.mining.log.Variants;

/**
 * Precision by escaping edges (Muñoz-Gama and Carmona 2010): after every beginning that log and model share, what the
 * model would allow next beside what the log does next.
 */
final class EscapingEdges {

    private final int labels;
    private final IntFunction<Move[][]> shown;
    private double allowed;
    private double escaping;

    /** Beginnings of cases that are equal so far, and how many cases go on in which way. */
    private static final class Prefix {

        private final TreeMap<Integer, Prefix> next = new TreeMap<>();
        private long cases;
    }

    /** @param shown the ways to show each label from a marking */
    EscapingEdges(int labels, IntFunction<Move[][]> shown) {
        this.labels = labels;
        this.shown = shown;
    }

    double precision(Variants variants, int[] numbers, Move[] first) {
        var root = new Prefix();
        for (var variant = 0; variant < variants.size(); variant++) {
            var at = root;
            at.cases += variants.counts()[variant];
            for (var activity : variants.sequences()[variant]) {
                at = at.next.computeIfAbsent(activity, key -> new Prefix());
                at.cases += variants.counts()[variant];
            }
        }
        visit(root, root.cases, numbers, first);
        return allowed == 0 ? 1 : 1 - escaping / allowed;
    }

    private void visit(Prefix prefix, long cases, int[] numbers, Move[] moves) {
        var enabled = enabled(moves);
        var taken = new boolean[labels];
        prefix.next.keySet().stream()
                .filter(activity -> numbers[activity] != Labels.NONE)
                .forEach(activity -> taken[numbers[activity]] = true);
        for (var label = 0; label < labels; label++) {
            allowed += enabled[label] ? cases : 0;
            escaping += enabled[label] && !taken[label] ? cases : 0;
        }
        prefix.next.forEach((activity, next) -> {
            var goingOn =
                    next.next.values().stream().mapToLong(one -> one.cases).sum();
            var label = numbers[activity];
            if (label == Labels.NONE) {
                visit(next, goingOn, numbers, moves);
            } else if (enabled[label]) {
                visit(next, goingOn, numbers, Moves.after(moves, marking -> shown.apply(marking)[label]));
            }
        });
    }

    private boolean[] enabled(Move[] moves) {
        var enabled = new boolean[labels];
        for (var move : moves) {
            var ways = shown.apply(move.marking());
            for (var label = 0; label < labels; label++) {
                enabled[label] |= ways[label][0].missing() == 0;
            }
        }
        return enabled;
    }
}
