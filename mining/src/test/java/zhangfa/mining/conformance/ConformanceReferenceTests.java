package zhangfa.mining.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.log.Variants;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.Pnml;

/** Costs of alignments are the reference's, and so are the tokens wherever its search through silent steps is right. */
class ConformanceReferenceTests {

    /** Here the reference takes other silent steps than the best: see docs/mining-conformance.md. */
    private static final Set<String> SILENT_STEPS_MATTER = Set.of(
            "a32f0n05 tbr:imf02",
            "a32f0n20 tbr:imf02",
            "a32f0n20 tbr:im",
            "bpic2020-DomesticDeclarations tbr:imf02",
            "ccc19 tbr:imf02",
            "receipt tbr:imf02",
            "receipt tbr:im",
            "receipt tbr:models/receipt.bpmn",
            "sepsis tbr:imf02",
            "ccc19 precision_tbr:imf02",
            "ccc19 precision_tbr:im",
            "receipt precision_tbr:imf02",
            "receipt precision_tbr:im",
            "receipt precision_tbr:models/receipt.bpmn",
            "tickets precision_tbr:im");

    @ParameterizedTest
    @MethodSource("zhangfa.mining.ReferenceData#logs")
    void agreesWithTheReference(String log) throws Exception {
        var expected = ReferenceData.expected(log);
        var variants = ReferenceData.variants(log);
        for (var key : expected.propertyNames()) {
            var figures = expected.get(key);
            if (key.startsWith("alignments:") && figures.has("total_cost_standard")) {
                align(variants, net(log, key), figures);
            } else if (key.startsWith("tbr:") && figures.has("missing")) {
                replay(log + " " + key, variants, net(log, key), figures);
            } else if (key.startsWith("precision_tbr:")
                    && figures.isNumber()
                    && !SILENT_STEPS_MATTER.contains(log + " " + key)) {
                assertThat(new TokenReplay(net(log, key)).precision(variants))
                        .isCloseTo(figures.asDouble(), within(1e-12));
            }
        }
    }

    /** A model is one found in the log, one given as a net, or the net that the reference makes of a given one. */
    private static PetriNet net(String log, String key) throws Exception {
        var model = key.substring(key.indexOf(':') + 1);
        if (model.endsWith(".pnml")) {
            return Pnml.read(ReferenceData.file(model));
        }
        var name = model.startsWith("im")
                ? log + "-" + model
                : log + "-given-" + model.substring(model.indexOf('/') + 1, model.lastIndexOf('.'));
        return Pnml.read(ReferenceData.file("models/" + name + ".pnml"));
    }

    private static void align(Variants variants, PetriNet net, JsonNode expected) {
        var alignments = new Aligner(net).align(variants);
        var histogram = new TreeMap<Integer, Long>();
        expected.get("cost_histogram")
                .properties()
                .forEach(entry -> histogram.put(
                        Integer.valueOf(entry.getKey()), entry.getValue().asLong()));

        assertThat(alignments.costHistogram()).isEqualTo(histogram);
        assertThat(alignments.totalCost())
                .isEqualTo(expected.get("total_cost_standard").asLong());
        assertThat(alignments.worstCost())
                .isEqualTo(expected.get("worst_cost_total").asLong());
        assertThat(alignments.fittingCases())
                .isEqualTo(expected.get("fitting_traces").asLong());
        assertThat(alignments.logFitness())
                .isEqualTo(expected.get("log_fitness_unit_costs").asDouble());
        assertThat(alignments.averageTraceFitness())
                .isCloseTo(expected.get("average_trace_fitness_unit_costs").asDouble(), within(1e-12));
    }

    private static void replay(String name, Variants variants, PetriNet net, JsonNode expected) {
        var replay = new TokenReplay(net).replay(variants);

        assertThat(replay.exact()).isTrue();
        assertThat(replay.produced() + replay.missing()).isEqualTo(replay.consumed() + replay.remaining());
        if (!SILENT_STEPS_MATTER.contains(name)) {
            assertThat(List.of(replay.missing(), replay.consumed(), replay.remaining(), replay.produced()))
                    .as(name)
                    .containsExactly(
                            expected.get("missing").asLong(),
                            expected.get("consumed").asLong(),
                            expected.get("remaining").asLong(),
                            expected.get("produced").asLong());
            assertThat(replay.averageTraceFitness())
                    .isCloseTo(expected.at("/fitness/average_trace_fitness").asDouble(), within(1e-12));
        } else {
            assertThat(replay.fittingCases()).as(name).isEqualTo(fitting(variants, net));
        }
    }

    /** How many cases the net allows when the activities that it does not have are passed over. */
    private static long fitting(Variants variants, PetriNet net) {
        var known = net.activities();
        var sequences = new ArrayList<int[]>();
        for (var sequence : variants.sequences()) {
            sequences.add(Arrays.stream(sequence)
                    .filter(activity -> known.contains(variants.activities().get(activity)))
                    .toArray());
        }
        return new Aligner(net)
                .align(new Variants(variants.activities(), sequences.toArray(int[][]::new), variants.counts()))
                .fittingCases();
    }
}
