package zhangfa.mining;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import zhangfa.flow.ModelRefused;
import zhangfa.mining.bpmn.BpmnModel;
import zhangfa.mining.drawing.BpmnFile;
import zhangfa.mining.drawing.TreeDrawing;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.Pnml;
import zhangfa.mining.tree.Ptml;
import zhangfa.mining.tree.TreeNet;
import zhangfa.mining.tree.TreeText;

/** Damaged models end in a model or in a refusal that says where; nothing else, and always. */
@Timeout(120) // only a net: a reader that hangs would otherwise hang the suite
class ModelFuzzTests {

    private static final String PNML = """
            <pnml xmlns="http://www.pnml.org/version-2009/grammar/pnml"><net id="n" type="x"><page id="p">
            <place id="i"><initialMarking><text>1</text></initialMarking></place><place id="o"/>
            <transition id="t"><name><text>pay</text></name></transition>
            <transition id="s"><toolspecific tool="ProM" activity="$invisible$"/></transition>
            <arc id="a" source="i" target="t"/><arc id="b" source="t" target="o"><inscription><text>2</text></inscription></arc>
            <arc id="c" source="o" target="s"/></page>
            <finalmarkings><marking><place idref="o"><text>1</text></place></marking></finalmarkings></net></pnml>
            """;
    private static final String PTML = """
            <ptml><processTree id="t" root="r"><sequence id="r" name=""/><xorLoop id="l" name=""/><manualTask id="a" name="pay"/>
            <automaticTask id="b" name="tau"/><manualTask id="c" name="ask"/>
            <parentsNode id="1" sourceId="r" targetId="l"/><parentsNode id="2" sourceId="l" targetId="a"/>
            <parentsNode id="3" sourceId="l" targetId="c"/><parentsNode id="4" sourceId="l" targetId="b"/></processTree></ptml>
            """;
    private static final List<String> TOKENS = List.of(
            "<",
            ">",
            "\"",
            "&lol;",
            "&#0;",
            "<!DOCTYPE x [<!ENTITY lol 'x'>]>",
            "<![CDATA[",
            "-->",
            "\0",
            "\ufeff",
            "99999999999999999999",
            "-1",
            "2147483647",
            "a",
            "r",
            "<subProcess id='x'>",
            "<inclusiveGateway id='x'/>",
            "</place>",
            "x".repeat(2000));

    /** A reader of one kind of model. */
    private interface Reader {
        PetriNet read(byte[] file) throws ModelRefused;
    }

    private static byte[] bpmn() {
        var tree = TreeText.read("->( 'a', O( 'b', *( 'c', 'd' ), tau ), +( 'e', X( 'f', tau ) ) )");
        return BpmnFile.write(TreeDrawing.of(tree)).getBytes(UTF_8);
    }

    @Test
    void damagedModelsEndInANetOrARefusal() {
        damage(Pnml::read, List.of(PNML.getBytes(UTF_8)), 4_000);
        damage(file -> TreeNet.of(Ptml.read(file)), List.of(PTML.getBytes(UTF_8)), 4_000);
        damage(BpmnModel::read, List.of(bpmn()), 3_000);
    }

    @Test
    void damagedRealModelsEndInANetOrARefusal() throws Exception {
        damage(Pnml::read, List.of(real("receipt-imf02.pnml"), real("a32.pnml")), 200);
        damage(file -> TreeNet.of(Ptml.read(file)), List.of(real("02_teleclaims-imf.ptml")), 200);
        damage(BpmnModel::read, List.of(real("Sepsis_100_30_BPMN.bpmn"), real("LoanApp_simplified.bpmn")), 200);
    }

    private static byte[] real(String name) throws Exception {
        return Files.readAllBytes(ReferenceData.file("models/" + name));
    }

    private static void damage(Reader reader, List<byte[]> files, int times) {
        var random = new Random(11);
        var nets = 0;
        var refusals = 0;
        for (var i = 0; i < times; i++) {
            var file = files.get(i % files.size());
            for (var wound = random.nextInt(3); wound >= 0; wound--) {
                file = damaged(file, random);
            }
            try {
                assertThat(reader.read(file).initial()).isNotNull();
                nets++;
            } catch (ModelRefused e) {
                assertThat(e.getMessage()).doesNotContain("Exception").doesNotEndWith("null");
                refusals++;
            }
        }
        assertThat(nets).isPositive();
        assertThat(refusals).isPositive();
    }

    private static byte[] damaged(byte[] file, Random random) {
        if (file.length == 0) {
            return file;
        }
        var at = random.nextInt(file.length);
        var to = Math.min(file.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 300));
        return switch (random.nextInt(5)) {
            case 0 -> joined(file, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
            case 1 -> joined(file, at, new byte[0], to);
            case 2 -> joined(file, to, Arrays.copyOfRange(file, at, to), to);
            case 3 -> joined(file, at, TOKENS.get(random.nextInt(TOKENS.size())).getBytes(UTF_8), at);
            default -> random.nextInt(4) == 0 ? Arrays.copyOf(file, at) : swapped(file, random);
        };
    }

    /** Gives one id the name of another, so that references point elsewhere or ids come twice. */
    private static byte[] swapped(byte[] file, Random random) {
        var text = new String(file, UTF_8);
        var quotes = new ArrayList<Integer>();
        for (var at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
            quotes.add(at);
        }
        if (quotes.size() < 4) {
            return file;
        }
        var one = quotes.get(random.nextInt(quotes.size() / 2 - 1) * 2);
        var other = quotes.get(random.nextInt(quotes.size() / 2 - 1) * 2);
        var value = text.substring(other, text.indexOf('"', other + 1));
        return (text.substring(0, one) + value + text.substring(text.indexOf('"', one + 1))).getBytes(UTF_8);
    }

    private static byte[] joined(byte[] file, int until, byte[] middle, int from) {
        var joined = new ByteArrayOutputStream();
        joined.write(file, 0, until);
        joined.writeBytes(middle);
        joined.write(file, Math.min(from, file.length), file.length - Math.min(from, file.length));
        return joined.toByteArray();
    }

    @Test
    void entitiesNeitherExpandNorFetch() {
        var bomb = """
                <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
                <x>&b;&c;</x>""".getBytes(UTF_8);
        for (Reader reader : List.<Reader>of(Pnml::read, file -> TreeNet.of(Ptml.read(file)), BpmnModel::read)) {
            assertThatThrownBy(() -> reader.read(bomb))
                    .isInstanceOf(ModelRefused.class)
                    .hasMessageContaining("document type");
        }
    }

    @Test
    void partsThatAreSharedDoNotMultiplyWithoutEnd() {
        var nodes = new StringBuilder("<ptml><processTree id=\"t\" root=\"n0\">");
        for (var i = 0; i < 60; i++) {
            nodes.append("<and id=\"n%d\"/>".formatted(i));
            nodes.append("<parentsNode sourceId=\"n%d\" targetId=\"n%d\"/>"
                    .formatted(i, i + 1)
                    .repeat(2)
                    .replaceFirst("<parentsNode", "<parentsNode id=\"p%d\"".formatted(i))
                    .replaceFirst("/><parentsNode source", "/><parentsNode id=\"q%d\" source".formatted(i)));
        }
        nodes.append("<manualTask id=\"n60\" name=\"a\"/></processTree></ptml>");

        assertThatThrownBy(() -> Ptml.read(nodes.toString().getBytes(UTF_8)))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("more than");
    }

    @Test
    void aTreeTooDeepToWalkIsRefused() {
        var nodes = new StringBuilder("<ptml><processTree id=\"t\" root=\"n0\">");
        for (var i = 0; i < 50_000; i++) {
            nodes.append("<xor id=\"n%d\"/><parentsNode id=\"p%d\" sourceId=\"n%d\" targetId=\"n%d\"/>"
                    .formatted(i, i, i, i + 1));
        }
        nodes.append("<manualTask id=\"n50000\" name=\"a\"/></processTree></ptml>");

        assertThatThrownBy(() -> Ptml.read(nodes.toString().getBytes(UTF_8)))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("deeper than");
    }

    @Test
    void manyInclusiveJoinsAreRefusedBeforeTheyFillTheMemory() {
        var text =
                new StringBuilder("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>");
        text.append("<startEvent id='g0'/>");
        for (var i = 1; i <= 60; i++) {
            text.append("<inclusiveGateway id='g%d'/>".formatted(i));
            for (var flow = 0; flow < 10; flow++) {
                text.append("<task id='t%d_%d'/>".formatted(i, flow));
                text.append("<sequenceFlow id='f%d_%d' sourceRef='g%d' targetRef='t%d_%d'/>"
                        .formatted(i, flow, i - 1, i, flow));
                text.append("<sequenceFlow id='h%d_%d' sourceRef='t%d_%d' targetRef='g%d'/>"
                        .formatted(i, flow, i, flow, i));
            }
        }
        text.append("</process></definitions>");

        assertThatThrownBy(() -> BpmnModel.read(text.toString().getBytes(UTF_8)))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("more than");
    }
}
