package zhangfa.mining.bpmn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import zhangfa.flow.ModelRefused;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.conformance.Aligner;
import zhangfa.mining.conformance.Logs;
import zhangfa.mining.conformance.TokenReplay;
import zhangfa.mining.drawing.BpmnFile;
import zhangfa.mining.drawing.TreeDrawing;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.tree.ProcessTree;
import zhangfa.mining.tree.RandomTrees;
import zhangfa.mining.tree.TreeNet;

class BpmnModelTests {

    /** A process of nodes given as {@code task a} and flows given as {@code a>b}, parted by semicolons; or of XML. */
    private static PetriNet process(String parts) throws ModelRefused {
        return BpmnModel.read(file(inside(parts)));
    }

    private static byte[] file(String inside) {
        return ("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>" + inside
                        + "</process></definitions>")
                .getBytes(UTF_8);
    }

    private static String inside(String parts) {
        var xml = new StringBuilder();
        for (var part : parts.split("; ")) {
            var flow = part.split(">");
            var node = part.split(" ");
            if (part.startsWith("<")) {
                xml.append(part);
            } else if (flow.length == 2) {
                xml.append("<sequenceFlow id='%s' sourceRef='%s' targetRef='%s'/>"
                        .formatted(part.replace('>', '-'), flow[0], flow[1]));
            } else {
                xml.append("<%s id='%s' name='%s'/>".formatted(node[0], node[1], node[1]));
            }
        }
        return xml.toString();
    }

    private static boolean allows(PetriNet net, String sequence) {
        var fits = new Aligner(net).align(Logs.words(sequence)).fits();
        var replay = new TokenReplay(net).replay(Logs.log(sequence));
        assertThat(replay.exact()).isTrue();
        assertThat(replay.fittingCases() == 1).isEqualTo(fits);
        return fits;
    }

    @Test
    void anInclusiveJoinWaitsForWhatCanStillComeAndForNothingElse() throws Exception {
        var net = process(
                "startEvent s; inclusiveGateway o; task a; task b; inclusiveGateway j; task c; endEvent e; s>o; o>a; o>b; a>j; b>j; j>c; c>e");

        assertThat(allows(net, "a c")).isTrue();
        assertThat(allows(net, "b a c")).isTrue();
        assertThat(allows(net, "a c b")).isFalse();
        assertThat(allows(net, "c")).isFalse();
    }

    @Test
    void anEventOnTheBorderInterruptsAndTheActivityIsThenNotSeen() throws Exception {
        var net = process(
                "startEvent s; task a; <boundaryEvent id='t' attachedToRef='a'/>; task b; task c; s>a; a>b; t>c");

        assertThat(allows(net, "a b")).isTrue();
        assertThat(allows(net, "c")).isTrue();
        assertThat(allows(net, "a c")).isFalse();
        assertThat(allows(net, "b")).isFalse();
    }

    @Test
    void anEventThatDoesNotInterruptHappensBesideOnce() throws Exception {
        var net = process(
                "startEvent s; task a; <boundaryEvent id='t' attachedToRef='a' cancelActivity='false'/>; task b; task c; s>a; a>b; t>c");

        assertThat(allows(net, "a b")).isTrue();
        assertThat(allows(net, "c a b")).isTrue();
        assertThat(allows(net, "a b c")).isTrue();
        assertThat(allows(net, "c a b c")).isFalse();
        assertThat(allows(net, "c")).isFalse();
    }

    @Test
    void aSubProcessEndsWhenItIsEmptyAndIsEmptiedWhenItIsInterrupted() throws Exception {
        var net = process("startEvent s; <subProcess id='u'>"
                + inside("startEvent us; parallelGateway g; task a; task b; us>g; g>a; g>b")
                + "</subProcess>; <boundaryEvent id='t' attachedToRef='u'/>; task c; task d; s>u; u>c; t>d");

        assertThat(allows(net, "b a c")).isTrue();
        assertThat(allows(net, "a c")).isFalse();
        assertThat(allows(net, "a d")).isTrue();
        assertThat(allows(net, "a d b")).isFalse();
    }

    @Test
    void anErrorLeavesTheSubProcessOnlyWhereItIsThrown() throws Exception {
        var net = process(
                "startEvent s; <subProcess id='u'>"
                        + inside(
                                "startEvent us; exclusiveGateway g; task a; task b; <endEvent id='x'><errorEventDefinition/></endEvent>; us>g; g>a; g>b; b>x")
                        + "</subProcess>; <boundaryEvent id='t' attachedToRef='u'><errorEventDefinition/></boundaryEvent>; task c; task d; s>u; u>c; t>d");

        assertThat(allows(net, "a c")).isTrue();
        assertThat(allows(net, "b d")).isTrue();
        assertThat(allows(net, "b c")).isFalse();
        assertThat(allows(net, "d")).isFalse();
    }

    @Test
    void aTerminateEndStopsWhatElseGoesOn() throws Exception {
        var net = process(
                "startEvent s; parallelGateway g; task a; task b; <endEvent id='e'><terminateEventDefinition/></endEvent>; s>g; g>a; g>b; a>e");

        assertThat(allows(net, "a")).isTrue();
        assertThat(allows(net, "b a")).isTrue();
        assertThat(allows(net, "b")).isFalse();
    }

    @Test
    void severalFlowsOutOfATaskSplitAndSeveralEndsAreFine() throws Exception {
        var net = process("task a; task b; task c; a>b; a>c");

        assertThat(allows(net, "a b c")).isTrue();
        assertThat(allows(net, "a c b")).isTrue();
        assertThat(allows(net, "a b")).isFalse();
    }

    @Test
    void conditionsMayHoldOrNotAndOtherwiseTheDefaultIsTaken() throws Exception {
        var net = process(
                "<task id='a' name='a' default='a-d'/>; task b; task c; task d; a>d; <sequenceFlow id='f' sourceRef='a' targetRef='b'><conditionExpression/></sequenceFlow>; <sequenceFlow id='g' sourceRef='a' targetRef='c'><conditionExpression/></sequenceFlow>");

        assertThat(allows(net, "a d")).isTrue();
        assertThat(allows(net, "a c b")).isTrue();
        assertThat(allows(net, "a b d")).isFalse();
    }

    @Test
    void loopsAndLinksAreFollowed() throws Exception {
        var net = process(
                "<task id='a' name='a'><standardLoopCharacteristics/></task>; <intermediateThrowEvent id='x' name='L'><linkEventDefinition/></intermediateThrowEvent>; <intermediateCatchEvent id='y' name='L'><linkEventDefinition/></intermediateCatchEvent>; task b; a>x; y>b");

        assertThat(allows(net, "a a b")).isTrue();
        assertThat(allows(net, "a")).isFalse();
    }

    @Test
    void whatIsNotPlayedOrBrokenIsNamed() {
        refused(inside("complexGateway g"), "g (line 1)", "complexGateway");
        refused(inside("task a; a>z"), "a-z (line 1)", "joins no two nodes");
        refused(inside("task a; task a"), "a (line 1)", "used twice");
        refused(inside("task a; task b; a>b; b>a"), "p (line 1)", "Nothing begins");
        refused("", "definitions (line 1)", "0 processes");
        refused(inside("<boundaryEvent id='t' attachedToRef='q'/>"), "t (line 1)", "lies on no activity");
    }

    private static void refused(String inside, String place, String reason) {
        assertThatThrownBy(() -> BpmnModel.read(file(inside)))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining(place)
                .hasMessageContaining(reason);
    }

    @Test
    void everyCaseOfReceiptFitsTheModelThatWasFoundInIt() throws Exception {
        var net = BpmnModel.read(ReferenceData.file("models/receipt.bpmn"));
        var variants = ReferenceData.variants("receipt");

        assertThat(new TokenReplay(net).replay(variants).logFitness()).isEqualTo(1);
        assertThat(new Aligner(net).align(variants).totalCost()).isZero();
    }

    @Provide
    Arbitrary<ProcessTree> trees() {
        return RandomTrees.deep(3);
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("a", "b", "c", "d", "e").list().ofMaxSize(6);
    }

    @Property(tries = 300)
    void aTreeDrawnAndReadAgainMeansTheSame(@ForAll("trees") ProcessTree tree, @ForAll("words") List<String> word)
            throws Exception {
        var drawn = BpmnFile.write(TreeDrawing.of(tree)).getBytes(UTF_8);

        var read = new Aligner(BpmnModel.read(drawn)).align(word);

        assertThat(read.cost())
                .isEqualTo(new Aligner(TreeNet.of(tree)).align(word).cost());
    }

    /** One semantics: what the kernel lets people do on a model is what the model allows here. */
    @Property(tries = 300)
    void whateverTheKernelDoesFits(@ForAll("trees") ProcessTree tree, @ForAll long seed) throws Exception {
        var drawn = BpmnFile.write(TreeDrawing.of(tree));
        var traces = KernelTraces.of(drawn, new Random(seed));
        var done = traces.done(40);
        Assume.that(traces.isCompleted());

        assertThat(allows(BpmnModel.read(drawn.getBytes(UTF_8)), String.join(" ", done)))
                .as("%s of %s", done, drawn)
                .isTrue();
    }

    @Property(tries = 300)
    void tokenReplayAndAlignmentsAgreeOnWhatFits(
            @ForAll("trees") ProcessTree tree, @ForAll("words") List<String> word) {
        var net = TreeNet.of(tree);
        var known = word.stream().filter(net.activities()::contains).toList();

        assertThat(allows(net, String.join(" ", known)))
                .isEqualTo(new Aligner(net).align(known).cost() == 0);
    }
}
