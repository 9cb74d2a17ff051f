package zhangfa.mining.conformance;

import java.util.HashMap;
import zhangfa.mining.log.Progress;
import zhangfa.mining.log.Variants;
import zhangfa.mining.net.PetriNet;

/**
 * How good a model is for a log, each from 0 to 1.
 *
 * @param fitness by alignments: how much of the log the model explains (Adriansyah 2014)
 * @param precision by escaping edges: how little the model allows beyond the log (Muñoz-Gama and Carmona 2010)
 * @param generalisation how often each part of the model is used, so that it would probably hold for other cases too
 *     (Buijs, van Dongen, van der Aalst 2014)
 * @param simplicity how few arcs its nodes have (Blum 2015)
 */
public record Quality(double fitness, double precision, double generalisation, double simplicity) {

    private static final int ARCS_OF_A_SEQUENCE = 2;

    /**
     * Measures a net against a log.
     *
     * @throws UnsoundNetException when no run of the net reaches its last marking
     */
    public static Quality of(PetriNet net, Variants variants) {
        return of(net, variants, Progress.NONE);
    }

    /**
     * The same, followed variant by variant.
     *
     * @throws UnsoundNetException when no run of the net reaches its last marking
     * @throws java.util.concurrent.CancellationException when the progress ended it
     */
    public static Quality of(PetriNet net, Variants variants, Progress progress) {
        var alignments = new Aligner(net).align(variants, Aligner.FOREVER, progress);
        var precision = new TokenReplay(net).precision(variants);
        return new Quality(alignments.logFitness(), precision, generalisation(net, alignments), simplicity(net));
    }

    /** 1 minus the mean, over all transitions, of the inverse root of how often they fire; unused ones count fully. */
    private static double generalisation(PetriNet net, Alignments alignments) {
        var firings = new HashMap<String, Long>();
        for (var variant = 0; variant < alignments.found().size(); variant++) {
            var cases = (long) alignments.variants().counts()[variant];
            for (var step : alignments.found().get(variant).steps()) {
                if (step.transition() != null) {
                    firings.merge(step.transition(), cases, Long::sum);
                }
            }
        }
        return 1
                - net.transitions().stream()
                        .mapToDouble(transition -> 1 / Math.sqrt(firings.getOrDefault(transition.id(), 1L)))
                        .average()
                        .orElse(0);
    }

    /** The inverse of how far the mean number of arcs of a node lies above that of a sequence. */
    private static double simplicity(PetriNet net) {
        var arcs = net.transitions().stream()
                .mapToInt(transition -> transition.takes().length
                        + transition.gives().length
                        + transition.inhibitors().length
                        + transition.resets().length)
                .sum();
        var nodes = net.places().size() + net.transitions().size();
        var mean = nodes == 0 ? 0 : 2.0 * arcs / nodes;
        return 1 / (1 + Math.max(mean - ARCS_OF_A_SEQUENCE, 0));
    }
}
