package zhangfa.mining.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import zhangfa.mining.net.Markings;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.Transition;

/**
 * Fires silent transitions in every order: for nets in which what else lies about matters too. A marking that silent
 * firings still reach from another one that is kept need not be kept itself; where tokens must be put in, only the
 * nearest way is followed.
 */
final class SilentRuns implements Silence {

    private static final int MOST_MARKINGS = 10_000;

    private final PetriNet net;
    private final Labels labels;
    private final Markings markings;
    private final Map<Integer, List<Move>> runs = new HashMap<>();
    private final int[] tokens;
    private final int[] fired;
    private boolean cutShort;

    SilentRuns(PetriNet net, Labels labels, Markings markings) {
        this.net = net;
        this.labels = labels;
        this.markings = markings;
        this.tokens = new int[net.places().size()];
        this.fired = new int[net.places().size()];
    }

    @Override
    public boolean wasCutShort() {
        return cutShort;
    }

    @Override
    public Move[] show(int marking, int label) {
        var fewest = Integer.MAX_VALUE;
        var ways = new ArrayList<Move>();
        for (var run : runs(marking)) {
            for (var number : labels.transitions()[label]) {
                var transition = net.transitions().get(number);
                if (isInhibited(run.marking(), transition)) {
                    continue;
                }
                var missing = missing(run.marking(), transition);
                if (missing < fewest) {
                    fewest = missing;
                    ways.clear();
                }
                if (missing == 0 || ways.isEmpty()) {
                    ways.add(run.then(show(run.marking(), transition, missing)));
                }
            }
        }
        if (ways.isEmpty()) {
            var transition = net.transitions().get(labels.transitions()[label][0]);
            ways.add(show(marking, transition, missing(marking, transition)));
        }
        return fewest > 0 ? ways.toArray(Move[]::new) : uncovered(ways);
    }

    private boolean isInhibited(int marking, Transition transition) {
        markings.copy(marking, tokens);
        return IntStream.of(transition.inhibitors()).anyMatch(place -> tokens[place] > 0);
    }

    private int missing(int marking, Transition transition) {
        markings.copy(marking, tokens);
        var missing = 0;
        for (var place : transition.takes()) {
            missing += tokens[place]-- > 0 ? 0 : 1;
        }
        return missing;
    }

    private Move show(int marking, Transition transition, int missing) {
        markings.copy(marking, tokens);
        for (var place : transition.takes()) {
            tokens[place]--;
        }
        for (var place = 0; place < tokens.length; place++) {
            tokens[place] = Math.max(0, tokens[place]);
        }
        for (var place : transition.resets()) {
            tokens[place] = 0;
        }
        for (var place : transition.gives()) {
            tokens[place]++;
        }
        return new Move(markings.number(tokens), missing, transition.takes().length, transition.gives().length);
    }

    private Move[] uncovered(List<Move> moves) {
        var kept = new ArrayList<Move>();
        var covered = new HashSet<Integer>();
        for (var move : moves) {
            if (!covered.contains(move.marking())) {
                kept.add(move);
                runs(move.marking()).forEach(run -> covered.add(run.marking()));
            }
        }
        return kept.toArray(Move[]::new);
    }

    @Override
    public Ending end(int marking) {
        return runs(marking).stream()
                .map(this::ending)
                .reduce((one, other) -> other.isBetterThan(one) ? other : one)
                .orElseThrow();
    }

    private Ending ending(Move run) {
        var tokens = markings.get(run.marking());
        var missing = 0;
        var remaining = 0;
        var taken = run.taken();
        for (var place = 0; place < tokens.length; place++) {
            var asked = net.last()[place];
            var over = tokens[place] - asked;
            missing += Math.max(0, -over);
            taken += asked;
            if (asked > 0 && net.collects()) {
                taken += Math.max(0, over);
            } else {
                remaining += Math.max(0, over);
            }
        }
        return new Ending(missing, remaining, taken, run.given());
    }

    /** Every marking that silent firings reach, by a shortest run to it. */
    private List<Move> runs(int marking) {
        var known = runs.get(marking);
        if (known == null) {
            known = play(marking);
            runs.put(marking, known);
        }
        return known;
    }

    private List<Move> play(int marking) {
        var found = new ArrayList<>(List.of(new Move(marking, 0, 0, 0)));
        var reached = new HashSet<>(Set.of(marking));
        for (var next = 0; next < found.size(); next++) {
            var run = found.get(next);
            markings.copy(run.marking(), tokens);
            for (var number : labels.silent()) {
                var transition = net.transitions().get(number);
                if (net.isEnabled(transition, tokens)) {
                    System.arraycopy(tokens, 0, fired, 0, fired.length);
                    PetriNet.fire(transition, fired);
                    var after = markings.number(fired);
                    if (found.size() >= MOST_MARKINGS) {
                        cutShort = true;
                    } else if (reached.add(after)) {
                        found.add(run.then(new Move(after, 0, transition.takes().length, transition.gives().length)));
                    }
                }
            }
        }
        return found;
    }
}
