package zhangfa.flow;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.ToIntBiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/**
 * The long run of the random models, apart from the tests ({@code bin/check}). Model {@code n} comes of {@code check.seed + n}, so
 * {@code -Dcheck.seed=… -Dcheck.from=n -Dcheck.models=n+1} makes it once more, alone.
 */
class ManyModelsCheck {

    private static final int FROM = Integer.getInteger("check.from", 0);
    private static final int MODELS = Integer.getInteger("check.models", 10_000);
    private static final int ENGINES = Integer.getInteger("check.engines", 1_000);
    private static final long SEED = Long.getLong("check.seed", System.currentTimeMillis());

    private static final Arbitrary<String> BLOCKS = Block.any().map(Block::sketch);
    private static final Arbitrary<String> GRAPHS = Web.executed().map(Web::sketch);
    private static final Arbitrary<List<Integer>> PICKS =
            Arbitraries.integers().between(0, 99_999).list().ofMinSize(5).ofMaxSize(30);

    @Test
    void blocksBesideTheSecondInterpreter() {
        prove("random block models beside the second interpreter", MODELS, BLOCKS, SecondReadingTests::compare);
    }

    @Test
    void graphsBesideTheSecondInterpreter() {
        prove("random graph models beside the second interpreter", MODELS, GRAPHS, SecondReadingTests::compare);
    }

    @Test
    void blocksBesideOperaton() {
        prove("random block models beside Operaton", ENGINES, BLOCKS, with(ReferenceEngine::new));
    }

    @Test
    void graphsBesideOperaton() {
        prove("random graph models beside Operaton", ENGINES, GRAPHS, with(ReferenceEngine::new));
    }

    @Test
    void blocksBesideFlowable() {
        prove("random block models beside Flowable", ENGINES, BLOCKS, with(FlowableReference::new));
    }

    @Test
    void graphsBesideFlowable() {
        prove("random graph models beside Flowable", ENGINES, GRAPHS, with(FlowableReference::new));
    }

    private static ToIntBiFunction<String, List<Integer>> with(
            BiFunction<String, Map<String, Object>, Reference> engine) {
        return (sketch, picks) -> ReferenceEngineTests.compare(ReferenceEngineTests.juel(sketch), picks, engine);
    }

    private static void prove(
            String name, int models, Arbitrary<String> sketches, ToIntBiFunction<String, List<Integer>> comparison) {
        var proof = new Proof(name);
        var commands = new AtomicInteger();
        for (var number = FROM; number < models; number++) {
            var random = new Random(SEED + number);
            JqwikSession.run(() -> {
                var sketch = sketches.generator(1_000).next(random).value();
                var picks = PICKS.generator(1_000).next(random).value();
                proof.of(sketch + " " + picks, () -> commands.addAndGet(comparison.applyAsInt(sketch, picks)));
            });
        }
        proof.conclude("%,d models, %,d commands".formatted(models - FROM, commands.get()), String.valueOf(SEED));
    }
}
