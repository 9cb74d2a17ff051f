package zhangfa.mining.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.EventLogBuilder;
import zhangfa.mining.log.EventOrder;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.Reading;
import zhangfa.mining.time.WorkingTime;

/** Throughput, service, idle and busy time. */
class WorkTimesTests {

    private static final long HOUR = 3_600_000_000L;

    @ParameterizedTest
    @CsvSource({"LoanApp_simplified.csv.gz, LoanApp_simplified.csv.gz", "interval_event_log.xes, interval_event_log.csv"
    })
    void agreeWithTheReference(String file, String name) throws Exception {
        var expected = ReferenceData.expected("performance")
                .get("logs")
                .valueStream()
                .filter(log -> log.get("log").asString().endsWith("/" + name))
                .findFirst()
                .orElseThrow();
        var log = EventLogs.read(ReferenceData.file("logs/" + file), Reading.USUAL.inOrder(EventOrder.BY_START));
        var times = WorkTimes.of(log);
        same(times.throughput(), expected.get("throughput_s"));
        same(times.service(), expected.get("processing_s"));
        same(times.idle(), expected.get("idle_s"));
        expected.get("service_s_per_activity")
                .properties()
                .forEach(entry -> same(times.servicePerActivity().get(entry.getKey()), entry.getValue()));
        expected.get("busy_s_per_resource_top30")
                .properties()
                .forEach(entry -> close(times.busyPerResource().get(entry.getKey()) / 1e6, entry.getValue()));
        var gaps = new HashMap<List<String>, Durations>();
        DirectlyFollowsTimes.endToStart(log)
                .forEach(edge -> gaps.put(List.of(edge.from(), edge.to()), edge.durations()));
        expected.get("gap_s_end_to_next_start")
                .forEach(gap ->
                        same(gaps.get(List.of(gap.get(0).asString(), gap.get(1).asString())), gap.get(2)));
        var handovers =
                Handover.of(log).stream().mapToLong(DirectlyFollows.Edge::count).sum();
        assertThat(handovers)
                .isEqualTo(expected.get("handovers_total").asLong()
                        + expected.get("same_person").asLong());
    }

    private static void same(Durations ours, JsonNode expected) {
        assertThat(ours.count()).isEqualTo(expected.get("n").asInt());
        close(ours.meanSeconds(), expected.get("mean"));
        close(ours.medianSeconds(), expected.get("median"));
        close(ours.minSeconds(), expected.get("min"));
        close(ours.maxSeconds(), expected.get("max"));
        close(ours.sumSeconds(), expected.get("sum"));
    }

    /** The reference writes three decimals. */
    private static void close(double ours, JsonNode expected) {
        assertThat(ours).isCloseTo(expected.asDouble(), within(0.000501));
    }

    private static EventLog overlapping() {
        var log = new EventLogBuilder();
        var number = log.newCase("1");
        log.add(number, log.activity("a"), log.resource("me"), 8 * HOUR, 10 * HOUR);
        log.add(number, log.activity("b"), log.resource("me"), 9 * HOUR, 12 * HOUR);
        log.add(number, log.activity("c"), log.resource("you"), 20 * HOUR, 21 * HOUR);
        return log.build();
    }

    @Test
    void overlappingWorkIsServedTwiceAndIdleNever() {
        var times = WorkTimes.of(overlapping());
        assertThat(times.throughput().sum()).isEqualTo(13 * HOUR);
        assertThat(times.service().sum()).isEqualTo(6 * HOUR);
        assertThat(times.idle().sum()).isEqualTo(8 * HOUR);
        assertThat(times.busyPerResource()).containsEntry("me", 5 * HOUR).containsEntry("you", HOUR);
    }

    @Test
    void aCalendarCountsWorkingHoursOnly() {
        var calendar = WorkingTime.of(List.of(
                new WorkingTime.Interval(13 * HOUR, 17 * HOUR),
                new WorkingTime.Interval(8 * HOUR, 12 * HOUR),
                new WorkingTime.Interval(11 * HOUR, 12 * HOUR)));
        assertThat(calendar.between(0, 100 * HOUR)).isEqualTo(8 * HOUR);
        assertThat(calendar.between(9 * HOUR, 14 * HOUR)).isEqualTo(4 * HOUR);
        assertThat(calendar.between(12 * HOUR, 13 * HOUR)).isZero();
        var times = WorkTimes.of(overlapping(), calendar);
        assertThat(times.throughput().sum()).isEqualTo(8 * HOUR);
        assertThat(times.idle().sum()).isEqualTo(4 * HOUR);
        assertThat(times.busyPerResource()).containsEntry("you", 0L);
    }
}
