package zhangfa.mining.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import zhangfa.flow.ModelRefused;

class PnmlTests {

    private static final String BEGINS = "<pnml><net id='n'><name><text>Order</text></name><page id='g'>";
    private static final String PARTS = """
            <place id="a"/><place id="b"><name><text>paid</text></name></place>
            <transition id="t"><name><text>Zahlung geprüft</text></name></transition>
            <transition id="u"><name><text>tau</text></name>
              <toolspecific tool="ProM" version="6" activity="$invisible$"/></transition>
            """;
    private static final String ARCS = """
            <arc id="1" source="a" target="t"/>
            <arc id="2" source="t" target="b"><inscription><text>2</text></inscription></arc>
            """;
    private static final String ENDS = "</page></net></pnml>";

    private static PetriNet read(String inside) throws ModelRefused {
        return Pnml.read((BEGINS + inside + ENDS).getBytes(UTF_8));
    }

    @Test
    void aNetIsReadWithItsWeightsAndSilentSteps() throws Exception {
        var net = read(PARTS + ARCS + "<arc id='3' source='b' target='u'/>"
                + "<place id='c'/><arc id='4' source='u' target='c'/>");

        assertThat(net.name()).isEqualTo("Order");
        assertThat(net.activities()).containsExactly("Zahlung geprüft");
        assertThat(net.transitions().get(0).gives()).containsExactly(1, 1);
        assertThat(net.transitions().get(1).isSilent()).isTrue();
        assertThat(net.places().get(1)).isEqualTo(new Place("b", "paid"));
    }

    @Test
    void withoutMarkingsACaseGoesFromTheOnlySourceToTheOnlySink() throws Exception {
        var net = read("<place id='a'/><place id='b'/><transition id='t'/>"
                + "<arc id='1' source='a' target='t'/><arc id='2' source='t' target='b'/>");

        assertThat(net.initial()).containsExactly(1, 0);
        assertThat(net.last()).containsExactly(0, 1);
    }

    @Test
    void theDeclaredEncodingIsFollowed() throws Exception {
        var file = "<?xml version='1.0' encoding='ISO-8859-1'?>" + BEGINS + PARTS + ARCS
                + "<arc id='3' source='b' target='u'/><place id='c'/><arc id='4' source='u' target='c'/>" + ENDS;

        assertThat(Pnml.read(file.getBytes(StandardCharsets.ISO_8859_1)).activities())
                .containsExactly("Zahlung geprüft");
    }

    @Test
    void whatIsBrokenIsNamedWithItsPlace() {
        refused(PARTS + "<arc id='9' source='a' target='nowhere'/>", "9 (line 5)", "from a to nowhere");
        refused(PARTS + "<place id='t'/>", "t (line 5)", "used twice");
        refused(PARTS + "<arc id='9' source='a' target='b'/>", "9 (line 5)", "joins no place and transition");
        refused(
                "<place id='a'><initialMarking><text>many</text></initialMarking></place>",
                "a (line 1)",
                "Not a whole number: many");
        refused(PARTS + "<arc id='9' source='a' target='t' type='read'/>", "9 (line 5)", "type read");
        refused(PARTS, "n (line 1)", "2 places could be meant");
    }

    @Test
    void aDocumentTypeIsRefused() {
        var file = "<!DOCTYPE pnml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><pnml>&x;</pnml>";

        assertThatThrownBy(() -> Pnml.read(file.getBytes(UTF_8)))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("document type");
    }

    @Test
    void aFileCutOffIsRefused() {
        var file = (BEGINS + PARTS).getBytes(UTF_8);

        assertThatThrownBy(() -> Pnml.read(file)).isInstanceOf(ModelRefused.class);
    }

    private static void refused(String inside, String place, String reason) {
        assertThatThrownBy(() -> read(inside))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining(place)
                .hasMessageContaining(reason);
    }
}
