package zhangfa.mining.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import zhangfa.mining.net.Markings;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.Transition;

/**
 * Fires silent transitions in every order: for nets in which what else lies about matters too. A marking that silent
 * firings still reach from another one that is kept need not be kept itself; where tokens must be put in, only the
 * nearest way is followed. The markings between are many and seldom met again, so each search has a small table of its
 * own, and only what follows an event is known to all.
 */
final class SilentRuns implements Silence {

    private static final int MOST_MARKINGS = 10_000;
    private static final long MOST_BYTES = 1 << 26;
    private static final int NONE = -1;

    private final PetriNet net;
    private final Labels labels;
    private final Markings markings;
    private final Map<Integer, Runs> known = new HashMap<>();
    private final int[] needed;
    private final int[] tokens;
    private final int[] fired;
    private long bytes;
    private boolean cutShort;

    /** Every marking that silent firings reach, with the tokens that a shortest run to it takes and gives. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Runs(Markings reached, int[] taken, int[] given) {

        int size() {
            return reached.size();
        }
    }

    SilentRuns(PetriNet net, Labels labels, Markings markings) {
        this.net = net;
        this.labels = labels;
        this.markings = markings;
        this.needed = IntStream.of(labels.silent())
                .map(number -> firstOr(net.transitions().get(number).takes(), NONE))
                .toArray();
        this.tokens = new int[net.places().size()];
        this.fired = new int[net.places().size()];
    }

    private static int firstOr(int[] places, int none) {
        return places.length == 0 ? none : places[0];
    }

    @Override
    public boolean wasCutShort() {
        return cutShort;
    }

    @Override
    public Move[] show(int marking, int label) {
        var fewest = Integer.MAX_VALUE;
        var ways = new ArrayList<Move>();
        var runs = runs(marking);
        for (var run = 0; run < runs.size(); run++) {
            for (var number : labels.transitions()[label]) {
                var transition = net.transitions().get(number);
                if (isInhibited(runs.reached(), run, transition)) {
                    continue;
                }
                var missing = missing(runs.reached(), run, transition);
                if (missing < fewest) {
                    fewest = missing;
                    ways.clear();
                }
                if (missing == 0 || ways.isEmpty()) {
                    ways.add(show(runs, run, transition, missing));
                }
            }
        }
        if (ways.isEmpty()) {
            var transition = net.transitions().get(labels.transitions()[label][0]);
            ways.add(show(runs, 0, transition, missing(runs.reached(), 0, transition)));
        }
        return fewest > 0 ? ways.toArray(Move[]::new) : uncovered(ways);
    }

    private static boolean isInhibited(Markings of, int marking, Transition transition) {
        for (var place : transition.inhibitors()) {
            if (of.tokens(marking, place) > 0) {
                return true;
            }
        }
        return false;
    }

    private static int missing(Markings of, int marking, Transition transition) {
        var takes = transition.takes();
        var missing = 0;
        for (var i = 0; i < takes.length; i++) {
            missing += of.tokens(marking, takes[i]) > PetriNet.multiplicityBefore(takes, i) ? 0 : 1;
        }
        return missing;
    }

    private Move show(Runs runs, int run, Transition transition, int missing) {
        runs.reached().copy(run, tokens);
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
        return new Move(
                markings.number(tokens),
                missing,
                runs.taken()[run] + transition.takes().length,
                runs.given()[run] + transition.gives().length);
    }

    private Move[] uncovered(List<Move> moves) {
        var kept = new ArrayList<Move>();
        var covered = new boolean[moves.size()];
        for (var i = 0; i < covered.length; i++) {
            if (covered[i]) {
                continue;
            }
            kept.add(moves.get(i));
            var reached = runs(moves.get(i).marking()).reached();
            for (var later = i + 1; later < covered.length; later++) {
                covered[later] = covered[later]
                        || reached.contains(markings.copy(moves.get(later).marking(), tokens));
            }
        }
        return kept.toArray(Move[]::new);
    }

    @Override
    public Ending end(int marking) {
        var runs = runs(marking);
        var best = ending(runs, 0);
        for (var run = 1; run < runs.size(); run++) {
            var ending = ending(runs, run);
            best = ending.isBetterThan(best) ? ending : best;
        }
        return best;
    }

    private Ending ending(Runs runs, int run) {
        var missing = 0;
        var remaining = 0;
        var taken = runs.taken()[run];
        for (var place = 0; place < tokens.length; place++) {
            var asked = net.last()[place];
            var over = runs.reached().tokens(run, place) - asked;
            missing += Math.max(0, -over);
            taken += asked;
            if (asked > 0 && net.collects()) {
                taken += Math.max(0, over);
            } else {
                remaining += Math.max(0, over);
            }
        }
        return new Ending(missing, remaining, taken, runs.given()[run]);
    }

    private Runs runs(int marking) {
        var runs = known.get(marking);
        if (runs == null) {
            runs = play(marking);
            bytes += (long) runs.size() * (tokens.length + Integer.BYTES * 6);
            if (bytes > MOST_BYTES) {
                known.clear();
                bytes = 0;
            }
            known.put(marking, runs);
        }
        return runs;
    }

    private Runs play(int marking) {
        var reached = new Markings(tokens.length);
        var taken = new int[16];
        var given = new int[16];
        reached.number(markings.copy(marking, tokens));
        for (var run = 0; run < reached.size(); run++) {
            reached.copy(run, tokens);
            for (var silent = 0; silent < needed.length; silent++) {
                // Most are ruled out by the first place that they take from.
                if (needed[silent] != NONE && tokens[needed[silent]] == 0) {
                    continue;
                }
                var transition = net.transitions().get(labels.silent()[silent]);
                if (!net.isEnabled(transition, tokens)) {
                    continue;
                }
                if (reached.size() >= MOST_MARKINGS) {
                    cutShort = true;
                    continue;
                }
                System.arraycopy(tokens, 0, fired, 0, fired.length);
                PetriNet.fire(transition, fired);
                var before = reached.size();
                if (reached.number(fired) == before) {
                    if (before == taken.length) {
                        taken = Arrays.copyOf(taken, before * 2);
                        given = Arrays.copyOf(given, before * 2);
                    }
                    taken[before] = taken[run] + transition.takes().length;
                    given[before] = given[run] + transition.gives().length;
                }
            }
        }
        return new Runs(reached, taken, given);
    }
}
