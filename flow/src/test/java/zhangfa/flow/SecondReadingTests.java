package zhangfa.flow;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random processes and random people, here and in the naive interpreter: after every command both show the same, and allow the same. */
class SecondReadingTests {

    @Provide
    Arbitrary<Block> blocks() {
        return Block.any();
    }

    @Provide
    Arbitrary<List<Integer>> picks() {
        return Arbitraries.integers().between(0, 99_999).list().ofMinSize(5).ofMaxSize(30);
    }

    @Provide
    Arbitrary<Web> webs() {
        return Web.executed();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void bothInterpretersShowTheSame(@ForAll("blocks") Block block, @ForAll("picks") List<Integer> picks) {
        compare(Block.sketch(block), picks);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void bothInterpretersShowTheSameOutOfBlocks(@ForAll("webs") Web web, @ForAll("picks") List<Integer> picks) {
        compare(web.sketch(), picks);
    }

    /** How many commands were done in both. */
    static int compare(String sketch, List<Integer> picks) {
        var model = Sketch.model(sketch);
        var people = model.steps().stream().collect(Collectors.toMap(FlowStep::id, _ -> List.of("x", "y", "z")));
        var both = new Beside(model, Sketch.xml(sketch), people);
        RandomProcessTests.decideBranches(both.play, 0);
        both.start();
        var done = 1;
        for (var pick : picks) {
            if (both.isBlurred) {
                break;
            }
            RandomProcessTests.decideBranches(both.play, pick);
            both.play.with("pick", pick % 12);
            var command = Doings.of(both.play, pick / 4);
            if (command.isPresent() && both.isAllowed(command.get())) {
                both.run(command.get());
                done++;
            }
        }
        return done;
    }
}
