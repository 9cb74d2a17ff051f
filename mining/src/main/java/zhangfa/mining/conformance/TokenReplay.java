package zhangfa.mining.conformance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.mining.log.Progress;
import zhangfa.mining.log.Variants;
import zhangfa.mining.net.Markings;
import zhangfa.mining.net.PetriNet;

/**
 * Token-based replay (Rozinat and van der Aalst 2008) with silent transitions closed exactly.
 *
 * <p>Every event fires a transition of its activity; a token that is not there is put in and counted as missing. What
 * the model does silently is searched, not guessed: all ways on that put in the fewest tokens are followed at once, so
 * a case that the model allows is always found to fit. Events of activities that the model does not have are passed
 * over. Answers are remembered, so a second log on the same model costs little. Not for several threads.
 */
public final class TokenReplay {

    private final PetriNet net;
    private final Labels labels;
    private final Markings markings;
    private final Silence silence;
    private final List<Move @Nullable [] @Nullable []> shown = new ArrayList<>();
    private final List<@Nullable Ending> endings = new ArrayList<>();

    public TokenReplay(PetriNet net) {
        this.net = net;
        this.labels = Labels.of(net);
        this.markings = new Markings(net.places().size());
        this.silence = Silence.canBePutOff(net)
                ? new SilentCauses(net, labels, markings)
                : new SilentRuns(net, labels, markings);
    }

    /** Replays each variant once. */
    public Replay replay(Variants variants) {
        return replay(variants, Progress.NONE);
    }

    /**
     * The same, followed variant by variant.
     *
     * @throws java.util.concurrent.CancellationException when the progress ended it; what was found is remembered
     */
    public Replay replay(Variants variants, Progress progress) {
        var numbers = labels.numbers(variants.activities());
        var results = new Replay.Variant[variants.size()];
        for (var variant = 0; variant < results.length; variant++) {
            progress.tell(variant, results.length);
            results[variant] = replay(variants.sequences()[variant], numbers);
        }
        return new Replay(List.of(results), variants.counts(), !silence.wasCutShort());
    }

    /**
     * How little the net allows beyond the log, from 0 to 1, by escaping edges (Muñoz-Gama and Carmona 2010): 1 when
     * after every beginning that fits, the log shows all that the net allows next. What silent steps lead to counts.
     */
    public double precision(Variants variants) {
        var first = new Move[] {new Move(markings.number(net.initial()), 0, 0, 0)};
        return new EscapingEdges(labels.size(), this::shown)
                .precision(variants, labels.numbers(variants.activities()), first);
    }

    private Move[][] shown(int marking) {
        var all = new Move[labels.size()][];
        for (var label = 0; label < all.length; label++) {
            all[label] = show(marking, label);
        }
        return all;
    }

    private Replay.Variant replay(int[] sequence, int[] numbers) {
        var produced = 0;
        for (var tokens : net.initial()) {
            produced += tokens;
        }
        var moves = new Move[] {new Move(markings.number(net.initial()), 0, 0, produced)};
        for (var activity : sequence) {
            var label = numbers[activity];
            if (label != Labels.NONE) {
                moves = Moves.after(moves, marking -> show(marking, label));
            }
        }
        Replay.Variant best = null;
        for (var move : moves) {
            var end = end(move.marking());
            var replayed = new Replay.Variant(
                    move.missing() + end.missing(),
                    move.taken() + end.taken(),
                    end.remaining(),
                    move.given() + end.given());
            if (best == null || replayed.isBetterThan(best)) {
                best = replayed;
            }
        }
        if (best == null) {
            throw new IllegalStateException("A case can always go on with missing tokens");
        }
        return best;
    }

    private Move[] show(int marking, int label) {
        while (shown.size() <= marking) {
            shown.add(null);
        }
        var ofMarking = shown.get(marking);
        if (ofMarking == null) {
            ofMarking = new Move[labels.size()][];
            shown.set(marking, ofMarking);
        }
        var moves = ofMarking[label];
        if (moves == null) {
            moves = silence.show(marking, label);
            ofMarking[label] = moves;
        }
        return moves;
    }

    private Ending end(int marking) {
        while (endings.size() <= marking) {
            endings.add(null);
        }
        var end = endings.get(marking);
        if (end == null) {
            end = silence.end(marking);
            endings.set(marking, end);
        }
        return end;
    }
}
