package zhangfa.mining.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.EventLogBuilder;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.Reading;

/** People in cases, parts of logs, and logs that are still growing. */
class CollaborationTests {

    private static EventLog log(String... cases) {
        var log = new EventLogBuilder();
        for (var people : cases) {
            var number = log.newCase(people);
            for (var i = 0; i < people.length(); i++) {
                var who = people.substring(i, i + 1);
                log.add(
                        number,
                        log.activity("do"),
                        who.equals("-") ? EventLog.NOBODY : log.resource(who),
                        EventLog.NO_TIME,
                        i);
            }
        }
        return log.build();
    }

    @Test
    void peopleWorkTogetherInCasesThatBothTookPartIn() {
        assertThat(Collaboration.together(log("abca", "ab", "c-c")))
                .containsExactly(
                        new DirectlyFollows.Edge("a", "b", 2),
                        new DirectlyFollows.Edge("a", "c", 1),
                        new DirectlyFollows.Edge("b", "c", 1));
    }

    @Test
    void workThatComesStraightBackIsPingPong() {
        assertThat(Collaboration.pingPong(log("aabba", "abcab", "ab-a")))
                .containsExactly(new DirectlyFollows.Edge("a", "b", 2));
    }

    @Test
    void partsOfALogHoldJustWhatIsInThem() throws Exception {
        var log = EventLogs.read(ReferenceData.file("logs/running-example.xes"), Reading.USUAL);
        var rejected = log.withCases(number ->
                log.activities().get(log.activity(log.last(number) - 1)).equals("reject request"));
        assertThat(rejected.cases()).isEqualTo(3);
        assertThat(rejected.activities()).doesNotContain("pay compensation").contains("reject request");
        var decisions = log.withEvents(
                event -> log.activities().get(log.activity(event)).equals("decide"));
        assertThat(decisions.cases()).isEqualTo(6);
        assertThat(decisions.activities()).containsExactly("decide");
        assertThat(decisions.events()).isEqualTo(9);
        assertThat(decisions.resources()).containsExactly("Sara");
    }

    @Test
    void aGraphThatGrowsIsInTheEndThatOfTheLog() throws Exception {
        var log = EventLogs.read(ReferenceData.file("logs/08_receipt.xes.gz"), Reading.USUAL);
        var graph = new LiveGraph();
        for (var i = 0; i < log.cases(); i++) {
            for (var event = log.first(i); event < log.last(i); event++) {
                graph.arrive(i + "", log.activities().get(log.activity(event)), log.end(event));
            }
            graph.end(i + "");
        }
        var whole = DirectlyFollows.of(log);
        assertThat(graph.edges()).isEqualTo(whole.edges());
        assertThat(graph.startActivities()).isEqualTo(whole.startActivities());
        assertThat(graph.endActivities()).isEqualTo(whole.endActivities());
        assertThat(graph.open()).isZero();
        var first = DirectlyFollowsTimes.endToEnd(log).getFirst();
        assertThat(graph.edge(first.from(), first.to()).time())
                .isEqualTo(first.durations().sum());
    }

    @Test
    void aChartOfAnySizeShowsEveryEventOnce() throws Exception {
        var log = EventLogs.read(ReferenceData.file("logs/08_receipt.xes.gz"), Reading.USUAL)
                .byBeginning();
        var chart = DottedChart.of(log, 100, 50);
        assertThat(chart.dots().stream().mapToInt(DottedChart.Dot::events).sum())
                .isEqualTo(log.events());
        assertThat(chart.dots())
                .allMatch(dot -> dot.row() >= 0 && dot.row() < 50 && dot.column() >= 0 && dot.column() < 100);
        assertThat(chart.dots().getFirst().row()).isZero();
        assertThat(chart.from()).isEqualTo(log.beginning(0));
        assertThat(DottedChart.of(log("aa", "b"), 2, 10).dots())
                .containsExactly(
                        new DottedChart.Dot(0, 0, "do", 1),
                        new DottedChart.Dot(0, 1, "do", 1),
                        new DottedChart.Dot(1, 0, "do", 1));
    }
}
