package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a file has become on its way, it is read or refused with a reason, never anything else. */
class DamagedFileTests {

    private static final List<String> FILES =
            List.of(Samples.text("expense.bpmn"), Samples.text("others.bpmn"), Samples.text("drawing.bpmn"));
    private static final List<String> JUNK =
            List.of("", "x", "\"", "<", "id=\"start\" ", "<endEvent/>", "&amp;", "start", "${", "\u0000", "审");

    @Property(tries = 400)
    void isReadOrRefused(
            @ForAll @IntRange(max = 2) int file,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 1_000_000) Integer> damages) {
        var text = new StringBuilder(FILES.get(file));
        for (int damage : damages) {
            var from = damage % text.length();
            var words = text.substring(from).split("(?<=[ \"=<>])", 2);
            text.replace(from, from + words[0].length(), JUNK.get(damage % JUNK.size()));
        }
        try {
            assertThat(Bpmn.read(text.toString()).steps()).isNotNull();
        } catch (ModelRefused refused) {
            assertThat(refused.faults()).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.elementId()).isNotNull();
                assertThat(fault.line()).isNotNegative();
                assertThat(fault.reason()).isNotBlank();
            });
        }
    }
}
