package zhangfa.mining.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import zhangfa.mining.log.ClockChanges;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.EventOrder;
import zhangfa.mining.log.Moments;

/** What files mean, with all that is odd in them and still right. */
class EventLogsTests {

    private static EventLog read(String content, Reading reading) throws Exception {
        return EventLogs.read(new ByteArrayInputStream(content.getBytes(UTF_8)), reading);
    }

    private static EventLog read(String content) throws Exception {
        return read(content, Reading.USUAL);
    }

    private static List<String> activities(EventLog log, int caseNumber) {
        var names = new ArrayList<String>();
        for (var event = log.first(caseNumber); event < log.last(caseNumber); event++) {
            names.add(log.activities().get(log.activity(event)));
        }
        return names;
    }

    private static String trace(String name, String... events) {
        return "<trace><string key='concept:name' value='" + name + "'/>" + String.join("", events) + "</trace>";
    }

    private static String event(String activity, String more) {
        return "<event><string key='concept:name' value='" + activity + "'/>" + more + "</event>";
    }

    private static String at(String time) {
        return "<date key='time:timestamp' value='" + time + "'/>";
    }

    @Test
    void tracesOfOneNameStayCasesOfTheirOwn() throws Exception {
        var log = read("<log>" + trace("1", event("a", "")) + trace("1", event("b", "")) + "<trace/></log>");
        assertThat(log.cases()).isEqualTo(3);
        assertThat(log.caseName(1)).isEqualTo("1");
        assertThat(log.caseName(2)).isEqualTo("#3");
        assertThat(log.variants().withEvents()).isEqualTo(2);
    }

    @Test
    void rowsOfOneCaseComeTogetherInTheOrderOfTheirTime() throws Exception {
        var log = read("""
                \ufeffcase,activity,timestamp
                1,last,2024-01-03
                2,only,2024-01-01
                1,first,2024-01-01
                1,second,2024-01-02 10:00
                1,also second,2024-01-02 10:00
                """);
        assertThat(activities(log, 0)).containsExactly("first", "second", "also second", "last");
        assertThat(activities(log, 1)).containsExactly("only");
    }

    @Test
    void eventsWithoutATimeStayBehindTheOneBeforeThem() throws Exception {
        var log = read("case,activity,timestamp\n1,c,2024-01-03\n1,d,\n1,a,2024-01-01\n1,b,\n");
        assertThat(activities(log, 0)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void withoutAnyTimesTheOrderIsThatOfTheFile() throws Exception {
        var log = read("<log>" + trace("1", event("b", ""), event("a", "")) + "</log>");
        assertThat(log.knowsTimes()).isFalse();
        assertThat(activities(log, 0)).containsExactly("b", "a");
    }

    @Test
    void overlappingWorkMayBeOrderedByItsStart() throws Exception {
        var rows =
                "case,activity,start,end\n1,short,2024-01-01 09:00,2024-01-01 10:00\n1,long,2024-01-01 08:00,2024-01-01 12:00\n";
        assertThat(activities(read(rows), 0)).containsExactly("short", "long");
        assertThat(activities(read(rows, Reading.USUAL.inOrder(EventOrder.BY_START)), 0))
                .containsExactly("long", "short");
    }

    @Test
    void offsetsOfOnePlaceCountOnItsWallClockUnlessElapsedTimeIsAskedFor() throws Exception {
        var log = "<log>"
                + trace("1", event("a", at("2024-03-30T12:00:00+01:00")), event("b", at("2024-03-31T12:00:00+02:00")))
                + "</log>";
        var wall = read(log);
        assertThat(wall.end(1) - wall.end(0)).isEqualTo(24 * 3_600_000_000L);
        var elapsed = read(log, Reading.USUAL.counting(ClockChanges.ELAPSED));
        assertThat(elapsed.end(1) - elapsed.end(0)).isEqualTo(23 * 3_600_000_000L);
    }

    @Test
    void offsetsOfSeveralPlacesAreInstants() throws Exception {
        var log = read(
                "case,activity,timestamp\n1,second,2024-01-01T09:00:00+01:00\n1,first,2024-01-01T15:00:00+08:00\n");
        assertThat(activities(log, 0)).containsExactly("first", "second");
        assertThat(log.end(0)).isEqualTo(Moments.of(Instant.parse("2024-01-01T07:00:00Z")));
        assertThat(log.end(1)).isEqualTo(Moments.of(Instant.parse("2024-01-01T08:00:00Z")));
    }

    @Test
    void timesWithoutOffsetAreOfTheZoneThatTheReaderNames() throws Exception {
        var log = read(
                "case,activity,timestamp\n1,a,2024-01-01 08:00\n", Reading.USUAL.withZone(ZoneId.of("Asia/Shanghai")));
        assertThat(Moments.instant(log.end(0))).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    }

    @Test
    void aClassifierNamesTheActivity() throws Exception {
        var transition = "<string key='lifecycle:transition' value='start'/>";
        var log = read(
                "<log><classifier name='Both' keys='concept:name lifecycle:transition'/>"
                        + trace("1", event("a", transition), event("b", "")) + "</log>",
                Reading.USUAL.withClassifier("Both"));
        assertThat(activities(log, 0)).containsExactly("a+start", "b+");
    }

    @Test
    void anExtensionMayHaveAPrefixOfItsOwn() throws Exception {
        var log = read(
                "<log><extension name='Concept' prefix='c' uri='http://www.xes-standard.org/concept.xesext'/>"
                        + "<trace><string key='c:name' value='7'/><event><string key='c:name' value='a'/></event></trace></log>");
        assertThat(log.caseName(0)).isEqualTo("7");
        assertThat(activities(log, 0)).containsExactly("a");
    }

    @Test
    void eventsWithoutActivityAreCountedAndLeftOut() throws Exception {
        var log = read("<log><trace><event><int key='cost' value='1'/></event>"
                + event("a", "<int key='cost' value='2'/>") + "</trace></log>");
        assertThat(log.leftOut()).isEqualTo(1);
        assertThat(log.eventAttributes().get("cost").value(0)).isEqualTo(2L);
    }

    @Test
    void attributesKeepTheirTypes() throws Exception {
        var log = read("<log>"
                + trace(
                        "1",
                        "<float key='amount' value='1.5'/>",
                        event(
                                "a",
                                "<boolean key='ok' value='true'/>"
                                        + "<date key='due' value='2024-01-01T00:00:00+08:00'/><int key='n' value='007'/><string key='code' value='007'/>"))
                + "</log>");
        assertThat(log.caseAttributes().get("amount").value(0)).isEqualTo(1.5);
        assertThat(log.eventAttributes().get("ok").value(0)).isEqualTo(true);
        assertThat(log.eventAttributes().get("due").value(0)).isEqualTo(Instant.parse("2023-12-31T16:00:00Z"));
        assertThat(log.eventAttributes().get("n").value(0)).isEqualTo(7L);
        assertThat(log.eventAttributes().get("code").value(0)).isEqualTo("007");
    }

    @Test
    void columnsOfACsvFileAreNumbersOnlyIfAllTheirValuesAre() throws Exception {
        var log = read(
                "case,activity,case:amount,code,price,\"quoted \"\"name\"\"\"\n1,a,10,007,1.5,\"x, \"\"y\"\"\"\n2,a,20,8,2,\n");
        assertThat(log.caseAttributes().get("amount").value(1)).isEqualTo(20L);
        assertThat(log.eventAttributes().get("code").value(1)).isEqualTo("8");
        assertThat(log.eventAttributes().get("price").value(1)).isEqualTo(2.0);
        assertThat(log.eventAttributes().get("quoted \"name\"").value(0)).isEqualTo("x, \"y\"");
        assertThat(log.eventAttributes().get("quoted \"name\"").value(1)).isNull();
    }

    @Test
    void rowsAcrossTheEdgesOfTheBufferAreWhole() throws Exception {
        var rows = new StringBuilder("case,activity,note\r\n");
        for (var i = 0; i < 20_000; i++) {
            rows.append(i % 100)
                    .append(",\"a \"\"")
                    .append(i % 7)
                    .append("\"\"\",")
                    .append("x".repeat(i % 50))
                    .append("\r\n");
        }
        var log = read(rows.toString());
        assertThat(log.events()).isEqualTo(20_000);
        assertThat(log.activities())
                .containsExactlyInAnyOrder("a \"0\"", "a \"1\"", "a \"2\"", "a \"3\"", "a \"4\"", "a \"5\"", "a \"6\"");
        assertThat(log.eventAttributes().get("note").values()).hasSize(49);
    }

    @Test
    void theCoreOfALogTakesLittleMemory() throws Exception {
        var rows = new StringBuilder("case,activity,start,end,resource\n");
        for (var i = 0; i < 10_000; i++) {
            rows.append(i / 10).append(",a,2024-01-01 08:00,2024-01-01 09:00,me\n");
        }
        assertThat(read(rows.toString()).coreBytes()).isLessThanOrEqualTo(40 * 10_000);
    }

    @Test
    void aStartAndItsCompletionAreOnePieceOfWork() throws Exception {
        var steps = new String[][] {
            {"a", "start", "08:00"},
            {"a", "start", "08:10"},
            {"a", "complete", "09:00"},
            {"b", "suspend", "09:10"},
            {"a", "COMPLETE", "09:30"},
            {"b", "complete", "10:00"},
            {"c", "start", "11:00"}
        };
        var events = new StringBuilder();
        for (var step : steps) {
            events.append(event(
                    step[0],
                    at("2024-01-01T" + step[2] + ":00Z") + "<string key='lifecycle:transition' value='" + step[1]
                            + "'/>"));
        }
        var work = read("<log>" + trace("1", events.toString()) + "</log>").instances();
        assertThat(activities(work, 0)).containsExactly("a", "a", "b");
        assertThat(work.start(0)).isEqualTo(Moments.of("2024-01-01T08:00:00Z"));
        assertThat(work.end(0)).isEqualTo(Moments.of("2024-01-01T09:00:00Z"));
        assertThat(work.start(1)).isEqualTo(Moments.of("2024-01-01T08:10:00Z"));
        assertThat(work.knowsStart(2)).isFalse();
    }
}
