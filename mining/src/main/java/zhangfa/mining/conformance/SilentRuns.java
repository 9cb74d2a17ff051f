package zhangfa.mining.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhangfa.mining.net.Markings;
import zhangfa.mining.net.PetriNet;

/** Fires silent transitions in every order: for nets in which what else lies about matters too. */
final class SilentRuns implements Silence {

    private static final int MOST_MARKINGS = 20_000;

    private final PetriNet net;
    private final Labels labels;
    private final Markings markings;
    private final Map<Integer, List<Move>> runs = new HashMap<>();
    private boolean cutShort;

    SilentRuns(PetriNet net, Labels labels, Markings markings) {
        this.net = net;
        this.labels = labels;
        this.markings = markings;
    }

    @Override
    public boolean wasCutShort() {
        return cutShort;
    }

    @Override
    public Move[] show(int marking, int label) {
        var moves = new Moves();
        for (var run : runs(marking)) {
            for (var number : labels.transitions()[label]) {
                var transition = net.transitions().get(number);
                var tokens = markings.get(run.marking());
                var missing = 0;
                for (var place : transition.takes()) {
                    if (tokens[place] == 0) {
                        tokens[place]++;
                        missing++;
                    }
                    tokens[place]--;
                }
                for (var place : transition.gives()) {
                    tokens[place]++;
                }
                moves.add(run.then(new Move(
                        markings.number(tokens), missing, transition.takes().length, transition.gives().length)));
            }
        }
        return moves.toArray();
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
        if (known != null) {
            return known;
        }
        var reached = new ArrayList<Move>();
        var seen = new HashMap<Integer, Boolean>();
        reached.add(new Move(marking, 0, 0, 0));
        seen.put(marking, true);
        for (var next = 0; next < reached.size(); next++) {
            var run = reached.get(next);
            for (var number : labels.silent()) {
                var transition = net.transitions().get(number);
                var tokens = markings.get(run.marking());
                if (net.isEnabled(transition, tokens)) {
                    PetriNet.fire(transition, tokens);
                    var after = markings.number(tokens);
                    if (seen.size() >= MOST_MARKINGS) {
                        cutShort = true;
                    } else if (seen.put(after, true) == null) {
                        reached.add(run.then(new Move(after, 0, transition.takes().length, transition.gives().length)));
                    }
                }
            }
        }
        runs.put(marking, reached);
        return reached;
    }
}
