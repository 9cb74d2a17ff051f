package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random processes decided at random, here and in the engines of Operaton and Flowable: after every move the same is open. */
class ReferenceEngineTests {

    @Provide
    Arbitrary<Block> blocks() {
        return Block.any();
    }

    @Provide
    Arbitrary<Web> webs() {
        return Web.executed();
    }

    @Provide
    Arbitrary<List<Integer>> picks() {
        return Arbitraries.integers().between(0, 9_999).list().ofMaxSize(25);
    }

    /** As many as {@code jqwik.tries.default} says; {@code -Djqwik.tries.default=10000} for the long run. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void operatonAsksForTheSame(@ForAll("blocks") Block block, @ForAll("picks") List<Integer> picks) {
        compare(juel(Block.sketch(block)), picks, ReferenceEngine::new);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void flowableAsksForTheSame(@ForAll("blocks") Block block, @ForAll("picks") List<Integer> picks) {
        compare(juel(Block.sketch(block)), picks, FlowableReference::new);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void operatonAsksForTheSameOutOfBlocks(@ForAll("webs") Web web, @ForAll("picks") List<Integer> picks) {
        compare(juel(web.sketch()), picks, ReferenceEngine::new);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void flowableAsksForTheSameOutOfBlocks(@ForAll("webs") Web web, @ForAll("picks") List<Integer> picks) {
        compare(juel(web.sketch()), picks, FlowableReference::new);
    }

    /** Kernel and engine step by step, as far as a difference that is known; how many commands were done in both. */
    static int compare(String sketch, List<Integer> picks, BiFunction<String, Map<String, Object>, Reference> engine) {
        var play = Play.of(sketch);
        RandomProcessTests.decideBranches(play, 0);
        play.start();
        try (var reference = engine.apply(Sketch.xml(sketch), Map.copyOf(play.data))) {
            var done = 0;
            if (reference.makesOneOfSeveral() && isCrowded(play.model.graph())) {
                return done;
            }
            while (!isApart(play, reference)) {
                var open = reference.open();
                assertThat(open(play))
                        .as("after %s commands of %s", done, sketch)
                        .isEqualTo(open);
                if (done == picks.size() || open.isEmpty()) {
                    break;
                }
                var pick = picks.get(done++);
                RandomProcessTests.decideBranches(play, pick);
                var element = open.get(pick % open.size());
                reference.go(element, Map.copyOf(play.data));
                go(play, element);
            }
            return done;
        }
    }

    /** Known differences: two tokens on one flow into a join; an inclusive gateway at which only the engine waits. */
    private static boolean isApart(Play play, Reference reference) {
        var flows = play.state.waiting().stream().map(Token::flow).toList();
        return flows.stream().distinct().count() < flows.size()
                || play.model.graph().nodes().values().stream()
                        .filter(gateway -> gateway.kind() == Node.Kind.INCLUSIVE)
                        .filter(gateway -> gateway.incoming().stream().noneMatch(flow -> flows.contains(flow.id())))
                        .anyMatch(gateway -> reference.isWaiting(gateway.id()));
    }

    /** Known difference: several tokens may stand before an inclusive gateway with one incoming flow. */
    private static boolean isCrowded(Graph graph) {
        var crowded = TokenGame.play(graph.level(Graph.PROCESS)).crowded();
        return graph.nodes().values().stream()
                .filter(gateway -> gateway.kind() == Node.Kind.INCLUSIVE)
                .map(Node::incoming)
                .anyMatch(flows ->
                        flows.size() == 1 && crowded.contains(flows.getFirst().id()));
    }

    /** Known difference: whether an inclusive join goes on depends on where other tokens are (13.4.3); Operaton asks only when one arrives. */
    @Example
    void anInclusiveJoinGoesOnWhenTheOthersHaveGoneElsewhere() {
        var sketch = juel("start > +f; +f > A > *j; +f > B > ?g; ?g > [again] *j; ?g > [*] C > end; *j > D > end");
        var play = Play.started(sketch).with("again", false);
        try (var reference = new ReferenceEngine(Sketch.xml(sketch), Map.of())) {
            for (var step : List.of("A", "B")) {
                reference.go(step, Map.of("again", false));
                play.approve(step);
            }
            assertThat(reference.open()).containsExactly("C");
            assertThat(reference.isWaiting("o_j")).isTrue();
            assertThat(open(play)).containsExactly("C", "D");
        }
    }

    /** Known difference: an inclusive gateway with one incoming flow waits for nothing (13.4.3); Flowable waits for what may still come to it. */
    @Example
    void anInclusiveGatewayWithOneFlowWaitsForNothing() {
        var sketch = "start > +f; +f > A > ?m; +f > B > ?m; ?m > C > *g; *g > D > end";
        var play = Play.started(sketch).approve("A", "C");
        try (var reference = new FlowableReference(Sketch.xml(sketch), Map.of())) {
            reference.go("A", Map.of());
            reference.go("C", Map.of());
            assertThat(reference.open()).containsExactly("B");
            assertThat(open(play)).containsExactly("B", "D");
        }
    }

    /** Known difference: BPMN 2.0.2, 13.4.1, wants a token on each incoming flow; the engine counts tokens. */
    @Example
    void twoTokensOfOneFlowDoNotStandInForAnother() {
        var sketch = "start > +f; +f > A > ?m; +f > B > ?m; ?m > +j; +f > C > +j; +j > D > end";
        var play = Play.started(sketch);
        try (var reference = new ReferenceEngine(Sketch.xml(sketch), Map.of())) {
            for (var step : List.of("A", "B")) {
                reference.go(step, Map.of());
                play.approve(step);
            }
            assertThat(reference.open()).containsExactly("C", "D");
            assertThat(open(play)).containsExactly("C");
            assertThat(play.approve("C").open()).containsExactly("D");
        }
    }

    /** Expressions that both understand. */
    static String juel(String sketch) {
        return sketch.replaceAll("\\[(d\\d+) = (\\d+)]", "[\\${$1 == $2}]")
                .replaceAll("\\[(d\\d+) != (\\d+)]", "[\\${$1 != $2}]")
                .replace("[again]", "[${again == true}]");
    }

    private static List<String> open(Play play) {
        var timers = play.state.timers().stream()
                .filter(timer -> timer.purpose() == FlowTimer.Purpose.EVENT)
                .map(FlowTimer::node);
        return Stream.concat(play.open().stream(), timers).sorted().toList();
    }

    private static void go(Play play, String element) {
        if (play.open().contains(element)) {
            play.approve(element);
            return;
        }
        var timer = play.state.timers().stream()
                .filter(waiting -> waiting.node().equals(element))
                .findFirst()
                .orElseThrow();
        play.run(new FlowCommand.Fire(
                Play.ID, timer.due() == null ? Play.NOON : timer.due(), "system", timer.number(), Map.of()));
    }
}
