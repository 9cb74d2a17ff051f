package zhangfa.mining.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import zhangfa.mining.net.Markings;
import zhangfa.mining.net.PetriNet;

/**
 * Searches backwards from the tokens that are needed to the silent firings that cause them.
 *
 * <p>Nothing is lost by firing only causes where silent choices are free: two firings of one run that do not depend on
 * each other may change places, so every run can be reordered until each silent firing stands before the step that
 * needs it. A cause that needs its own effect is never needed, which bounds the search.
 */
final class SilentCauses implements Silence {

    private static final int MOST_STEPS = 200_000;

    private final PetriNet net;
    private final Labels labels;
    private final Markings markings;
    private final int[][] sources;
    private final List<boolean @Nullable []> within = new ArrayList<>();

    private int steps;
    private boolean cutShort;
    private @Nullable SilentRuns runs;

    /** What is still to be done, in order: a token needed on a place, or (negative) a transition to be fired. */
    private record Task(
            int what,
            boolean mayBeMissing,
            @Nullable Wanted wanted,
            @Nullable Task next) {}

    /** The places that are being filled; to fill one of them for its own sake leads nowhere. */
    private record Wanted(int place, @Nullable Wanted outer) {

        static boolean has(@Nullable Wanted wanted, int place) {
            for (var inner = wanted; inner != null; inner = inner.outer) {
                if (inner.place == place) {
                    return true;
                }
            }
            return false;
        }
    }

    private interface Found {
        void accept(int[] marking, int missing, int taken, int given);
    }

    SilentCauses(PetriNet net, Labels labels, Markings markings) {
        this.net = net;
        this.labels = labels;
        this.markings = markings;
        this.sources = IntStream.range(0, net.places().size())
                .mapToObj(place -> IntStream.of(labels.silent())
                        .filter(transition ->
                                contains(net.transitions().get(transition).gives(), place))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static boolean contains(int[] places, int place) {
        return IntStream.of(places).anyMatch(one -> one == place);
    }

    @Override
    public boolean wasCutShort() {
        return cutShort;
    }

    @Override
    public Move[] show(int marking, int label) {
        var moves = new Moves();
        for (var mayMiss = 0; moves.isEmpty(); mayMiss++) {
            for (var transition : labels.transitions()[label]) {
                var shown = net.transitions().get(transition);
                var takes = shown.takes().length;
                var gives = shown.gives();
                search(marking, shown.takes(), mayMiss, (reached, missing, taken, given) -> {
                    var after = reached.clone();
                    for (var place : gives) {
                        after[place]++;
                    }
                    var number = markings.number(after);
                    moves.add(new Move(number, missing, taken + takes, given + gives.length));
                });
            }
        }
        return moves.toArray();
    }

    @Override
    public Ending end(int marking) {
        var last = IntStream.range(0, net.last().length)
                .flatMap(place -> IntStream.generate(() -> place).limit(net.last()[place]))
                .toArray();
        var best = new Ending[1];
        for (var mayMiss = 0; best[0] == null; mayMiss++) {
            search(marking, last, mayMiss, (reached, missing, taken, given) -> {
                var ending = ending(reached, missing, taken + last.length, given);
                if (best[0] == null || ending.isBetterThan(best[0])) {
                    best[0] = ending;
                }
            });
        }
        return net.collects() && !best[0].isPerfect() ? driven(marking) : best[0];
    }

    /** Where the end takes tokens of any number, those that it does not need must be driven to it too. */
    private Ending driven(int marking) {
        if (runs == null) {
            runs = new SilentRuns(net, labels, markings);
        }
        var ending = runs.end(marking);
        cutShort |= runs.wasCutShort();
        return ending;
    }

    private Ending ending(int[] reached, int missing, int taken, int given) {
        var remaining = 0;
        var collected = 0;
        for (var place = 0; place < reached.length; place++) {
            if (net.collects() && net.last()[place] > 0) {
                collected += reached[place];
            } else {
                remaining += reached[place];
            }
        }
        return new Ending(missing, remaining, taken + collected, given);
    }

    private void search(int marking, int[] needs, int mayMiss, Found found) {
        Task tasks = null;
        for (var i = needs.length - 1; i >= 0; i--) {
            tasks = new Task(needs[i], true, null, tasks);
        }
        steps = 0;
        var reachable = within(marking);
        new Search(markings.get(marking), reachable, mayMiss, found).pursue(tasks, 0, 0, 0);
    }

    /** The places that silent firings could fill if tokens were never used up: what lies outside is out of reach. */
    private boolean[] within(int marking) {
        while (within.size() <= marking) {
            within.add(null);
        }
        var known = within.get(marking);
        if (known != null) {
            return known;
        }
        var filled = new boolean[net.places().size()];
        var tokens = markings.get(marking);
        for (var place = 0; place < filled.length; place++) {
            filled[place] = tokens[place] > 0;
        }
        var grows = true;
        while (grows) {
            grows = false;
            for (var number : labels.silent()) {
                var transition = net.transitions().get(number);
                if (IntStream.of(transition.takes()).allMatch(place -> filled[place])) {
                    for (var place : transition.gives()) {
                        grows |= !filled[place];
                        filled[place] = true;
                    }
                }
            }
        }
        within.set(marking, filled);
        return filled;
    }

    /** One search from one marking, depth first; the marking is changed in place and put back on the way out. */
    private final class Search {

        private final int[] marking;
        private final boolean[] reachable;
        private final int mayMiss;
        private final Found found;

        Search(int[] marking, boolean[] reachable, int mayMiss, Found found) {
            this.marking = marking;
            this.reachable = reachable;
            this.mayMiss = mayMiss;
            this.found = found;
        }

        void pursue(@Nullable Task task, int missing, int taken, int given) {
            if (++steps > MOST_STEPS) {
                cutShort = true;
            } else if (task == null) {
                found.accept(marking, missing, taken, given);
            } else if (task.what < 0) {
                fire(task, missing, taken, given);
            } else if (marking[task.what] > 0) {
                marking[task.what]--;
                pursue(task.next, missing, taken, given);
                marking[task.what]++;
            } else {
                cause(task, missing, taken, given);
            }
        }

        private void fire(Task task, int missing, int taken, int given) {
            var transition = net.transitions().get(~task.what);
            for (var place : transition.gives()) {
                marking[place]++;
            }
            pursue(task.next, missing, taken + transition.takes().length, given + transition.gives().length);
            for (var place : transition.gives()) {
                marking[place]--;
            }
        }

        private void cause(Task task, int missing, int taken, int given) {
            var place = task.what;
            if (reachable[place] && !Wanted.has(task.wanted, place)) {
                var wanted = new Wanted(place, task.wanted);
                for (var source : sources[place]) {
                    var tasks = new Task(~source, false, null, task);
                    var needs = net.transitions().get(source).takes();
                    for (var i = needs.length - 1; i >= 0; i--) {
                        tasks = new Task(needs[i], false, wanted, tasks);
                    }
                    pursue(tasks, missing, taken, given);
                }
            }
            if (task.mayBeMissing && missing < mayMiss) {
                pursue(task.next, missing + 1, taken, given);
            }
        }
    }
}
