package zhangfa.mining.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import zhangfa.flow.ModelRefused;

class TreeTests {

    @Property(tries = 200)
    void aTreeReadsWhatItPrints(@ForAll("trees") ProcessTree tree) {
        assertThat(TreeText.read(tree.toString())).isEqualTo(tree);
    }

    @Property(tries = 200)
    void aReducedTreeCannotBeReducedFurther(@ForAll("trees") ProcessTree tree) {
        assertThat(tree.reduced().reduced()).isEqualTo(tree.reduced());
    }

    @Provide
    Arbitrary<ProcessTree> trees() {
        return RandomTrees.deep(4);
    }

    @Test
    void whatSaysNothingIsTakenOut() {
        assertThat(reduced("->( tau, 'a', ->( 'b', tau ) )")).isEqualTo("->( 'a', 'b' )");
        assertThat(reduced("X( tau, X( 'a', tau ), +( 'b' ) )")).isEqualTo("X( tau, 'a', 'b' )");
        assertThat(reduced("+( tau, *( tau, tau ) )")).isEqualTo("tau");
        assertThat(reduced("*( 'a', tau )")).isEqualTo("*( 'a', tau )");
    }

    private static String reduced(String tree) {
        return TreeText.read(tree).reduced().toString();
    }

    @Test
    void namesMayHoldQuotes() {
        assertThat(TreeText.read("'it\\'s \\\\ fine'")).isEqualTo(new ProcessTree.Activity("it's \\ fine"));
    }

    @Test
    void textThatIsNoTreeIsRefusedAtItsPlace() {
        assertThatThrownBy(() -> TreeText.read("->( 'a' 'b' )")).hasMessageContaining("position 8: ) expected");
        assertThatThrownBy(() -> TreeText.read("'a")).hasMessageContaining("closing quote");
        assertThatThrownBy(() -> TreeText.read("tau tau")).hasMessageContaining("position 4: end of the tree");
        assertThatThrownBy(() -> TreeText.read("+(".repeat(1000))).hasMessageContaining("less deep");
    }

    @Test
    void aFileIsReadInTheOrderOfItsParts() throws Exception {
        var tree = Ptml.read(ptml("<sequence id='s'/><manualTask id='a' name='a'/><xorLoop id='l'/>"
                + "<manualTask id='b' name='b'/><automaticTask id='t'/><manualTask id='c' name='c'/>"
                + parts("s a") + parts("s l") + parts("l b") + parts("l t") + parts("l c")));

        assertThat(tree).hasToString("->( 'a', *( 'b', tau ), 'c' )");
    }

    @Test
    void aBrokenFileIsRefusedAtItsPlace() {
        refused("<sequence id='s'/>" + parts("s a"), "There is no node a");
        refused("<sequence id='s'/>" + parts("s s"), "part of itself");
        refused("<sequence id='s'/>", "A node of 0 parts");
        refused("<wish id='s'/>", "not known");
        refused("<and id='s'/><and id='s'/>", "used twice");
    }

    private static void refused(String inside, String reason) {
        assertThatThrownBy(() -> Ptml.read(ptml(inside)))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining(reason);
    }

    private static byte[] ptml(String inside) {
        return ("<ptml><processTree id='p' root='s'>" + inside + "</processTree></ptml>").getBytes(UTF_8);
    }

    private static String parts(String edge) {
        var ends = edge.split(" ");
        return "<parentsNode sourceId='" + ends[0] + "' targetId='" + ends[1] + "'/>";
    }
}
