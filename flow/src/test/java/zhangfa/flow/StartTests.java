package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhangfa.flow.FlowSpan.Unit;

/** How cases begin: what a model says of it, and that a command names one of its ways. */
class StartTests {

    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void aModelSaysHowItsCasesBegin() throws ModelRefused {
        var model = CatalogueModel.of("start-event/message-of-several").read();
        assertThat(model.starts())
                .containsExactly(
                        new FlowStart("begin", FlowStart.Kind.NONE, "", null),
                        new FlowStart("ordered", FlowStart.Kind.MESSAGE, "order", null));
        assertThat(model.starts().getLast().isFor(FlowStart.Kind.MESSAGE, "order"))
                .isTrue();
        assertThat(model.starts().getLast().isFor(FlowStart.Kind.SIGNAL, "order"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "timeDate,     2027-01-01T00:00:00Z,                2027-01-01T00:00:00Z, -,     1",
                "timeDate,     2027-01-01,                          2027-01-01T00:00:00Z, -,     1",
                "timeDuration, P2D,                                 -,                    P2D,   1",
                "timeCycle,    R3/PT1H,                             -,                    PT1H,  3",
                "timeCycle,    R/P1M,                               -,                    P1M,  -1",
                "timeCycle,    R12/2027-01-01T00:00:00Z/P1M,        2027-01-01T00:00:00Z, P1M,  12",
                "timeCycle,    R/2027-01-01/P7D,                    2027-01-01T00:00:00Z, P7D,  -1"
            })
    void aTimerSaysWhenItBeginsCases(String kind, String text, Instant first, String span, int times)
            throws ModelRefused {
        var expected = new FlowSchedule(first, span == null ? null : new FlowSpan(span, Unit.WALL, null), times);
        assertThat(timed(kind, text, "").starts())
                .containsExactly(new FlowStart("start", FlowStart.Kind.TIMER, "", expected));
    }

    @Test
    void aTimerMayCountOnACalendar() throws ModelRefused {
        var schedule = timed("timeCycle", "R/2027-01-01/P1D", "zhangfa:calendar=\"office\"")
                .starts()
                .getFirst()
                .schedule();
        assertThat(schedule).isEqualTo(new FlowSchedule(NEW_YEAR, new FlowSpan("P1D", Unit.WORKING, "office"), -1));
    }

    @ParameterizedTest
    @CsvSource({
        "timeDuration, =duration(x)",
        "timeDate, tomorrow",
        "timeCycle, R/yesterday/P1D",
        "timeCycle, R0/P1D",
        "timeCycle, R/2027-01-01/often"
    })
    void aTimerThatCannotBeArmedIsRefused(String kind, String text) {
        assertThat(ReadingTests.faults(xml(kind, text, "")))
                .extracting(ModelFault::elementId, ModelFault::reasonCode)
                .contains(tuple("start", "timer"));
    }

    @Test
    void aCaseBeginsOnlyWithAStartEventOfItsProcess() throws ModelRefused {
        var several =
                new Play(CatalogueModel.of("start-event/message-of-several").read());
        assertThat(several.refused(start("A"))).isEqualTo(CommandRefused.Reason.NO_SUCH_STEP);
        var message = new Play(CatalogueModel.of("start-event/message").read());
        assertThat(message.refused(start(null))).isEqualTo(CommandRefused.Reason.NO_SUCH_STEP);
    }

    @Test
    void theJournalSaysWithWhichEventACaseBegan() {
        var play = CataloguePlay.of("start-event/message-of-several");
        assertThat(play.journal.getFirst()).isEqualTo(new FlowEvent.CaseStarted(Play.INITIATOR, "ordered"));
        assertThat(play.state.start()).isEqualTo("ordered");
    }

    @Test
    void aRuntimeThatBeginsNoCasesByItselfIsNotPromisedAny() {
        var outside = EnumSet.complementOf(EnumSet.of(Outside.STARTS));
        var model = CatalogueModel.of("start-event/each-its-own-way");
        try {
            Bpmn.read(model.xml(), ZoneOffset.UTC, outside);
            assertThat(outside).as("not refused").isEmpty();
        } catch (ModelRefused refused) {
            assertThat(refused.faults())
                    .extracting(ModelFault::elementId, ModelFault::reasonCode)
                    .containsExactly(tuple("ordered", "not-carried"), tuple("alarmed", "not-carried"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<startEvent id=\"start\"><conditionalEventDefinition><condition>x</condition></conditionalEventDefinition></startEvent>",
        "<startEvent id=\"start\"><errorEventDefinition/></startEvent>",
        "<receiveTask id=\"start\" instantiate=\"true\"/>",
        "<eventBasedGateway id=\"start\" instantiate=\"true\"/>"
    })
    void whatElseMightBeginACaseIsRefused(String element) {
        var xml = Sketch.xml("start > A > end").replace("<startEvent id=\"start\"/>", element);
        assertThat(ReadingTests.faults(xml))
                .extracting(ModelFault::elementId, ModelFault::reasonCode)
                .contains(tuple("start", "not-executed"));
    }

    @Test
    void aSubProcessBeginsWithoutAnEvent() {
        var timer = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>";
        var xml = Sketch.xml("start > &S > end; &S: start2 > A > end2")
                .replace("<startEvent id=\"start2\"/>", "<startEvent id=\"start2\">%s</startEvent>".formatted(timer));
        assertThat(ReadingTests.faults(xml))
                .extracting(ModelFault::elementId, ModelFault::reasonCode)
                .contains(tuple("start2", "not-executed"));
    }

    private static FlowCommand start(String event) {
        return new FlowCommand.Start(Play.ID, Play.NOON, "ann", event);
    }

    private static FlowModel timed(String kind, String text, String attributes) throws ModelRefused {
        return Bpmn.read(xml(kind, text, attributes), ZoneOffset.UTC, Set.of(Outside.values()));
    }

    private static String xml(String kind, String text, String attributes) {
        var start =
                "<startEvent id=\"start\" %s><timerEventDefinition><%s>%s</%2$s></timerEventDefinition></startEvent>"
                        .formatted(attributes, kind, text);
        return Sketch.xml("start > A > end").replace("<startEvent id=\"start\"/>", start);
    }
}
