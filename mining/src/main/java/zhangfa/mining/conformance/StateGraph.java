package zhangfa.mining.conformance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import zhangfa.mining.net.Markings;
import zhangfa.mining.net.PetriNet;

/** The markings of a net and what leads from one to the next, played when first asked and kept for every case. */
final class StateGraph {

    private final PetriNet net;
    private final Markings markings;
    private final int[] scratch;
    private final int[] after;
    private int[] @Nullable [] edges = new int[256][];
    private int[] found = new int[64];

    StateGraph(PetriNet net) {
        this.net = net;
        this.markings = new Markings(net.places().size());
        this.scratch = new int[net.places().size()];
        this.after = new int[net.places().size()];
    }

    int initial() {
        return markings.number(net.initial());
    }

    int size() {
        return markings.size();
    }

    boolean isComplete(int state) {
        return net.isComplete(markings.copy(state, scratch));
    }

    /** Pairs of a transition and the state that it leads to. */
    int[] edges(int state) {
        if (state >= edges.length) {
            edges = Arrays.copyOf(edges, Math.max(edges.length * 2, state + 1));
        }
        var known = edges[state];
        if (known == null) {
            known = play(state);
            edges[state] = known;
        }
        return known;
    }

    private int[] play(int state) {
        markings.copy(state, scratch);
        var size = 0;
        for (var number = 0; number < net.transitions().size(); number++) {
            var transition = net.transitions().get(number);
            if (net.isEnabled(transition, scratch)) {
                System.arraycopy(scratch, 0, after, 0, after.length);
                PetriNet.fire(transition, after);
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = number;
                found[size++] = markings.number(after);
            }
        }
        return Arrays.copyOf(found, size);
    }
}
