package zhangfa.mining.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.EventLogBuilder;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.Reading;
import zhangfa.mining.time.WorkingTime;

/** Every minute that work waited has one cause. */
class WaitingCausesTests {

    private final EventLogBuilder builder = new EventLogBuilder();

    private void event(String caseName, String activity, String who, long start, long end) {
        builder.add(builder.caseNamed(caseName), builder.activity(activity), builder.resource(who), start, end);
    }

    private static Waiting waiting(EventLog log, String caseName, String activity, WorkingTime calendar) {
        var causes = WaitingCauses.of(log, who -> calendar);
        for (var i = 0; i < log.cases(); i++) {
            for (var event = log.first(i); event < log.last(i); event++) {
                if (log.caseName(i).equals(caseName)
                        && log.activities().get(log.activity(event)).equals(activity)) {
                    return causes.of(event);
                }
            }
        }
        throw new AssertionError(caseName + " has no " + activity);
    }

    @Test
    void whoWorksOnWhatWaitedLongerIsContendedFor() {
        event("1", "hand in", "a", 0, 10);
        event("2", "hand in", "a", 10, 20);
        event("1", "pay", "cashier", 15, 50);
        event("2", "pay", "cashier", 55, 60);
        assertThat(waiting(builder.build(), "2", "pay", WorkingTime.ALWAYS)).isEqualTo(new Waiting(0, 30, 0, 0, 5));
    }

    @Test
    void whoWorksOnWhatCameLaterPrefersIt() {
        event("1", "hand in", "a", 0, 10);
        event("2", "hand in", "a", 10, 20);
        event("2", "pay", "cashier", 25, 50);
        event("1", "pay", "cashier", 55, 60);
        assertThat(waiting(builder.build(), "1", "pay", WorkingTime.ALWAYS)).isEqualTo(new Waiting(0, 0, 25, 0, 20));
    }

    @Test
    void whoIsNotThereIsUnavailable() {
        event("1", "hand in", "a", 0, 10);
        event("1", "pay", "cashier", 100, 110);
        var calendar = WorkingTime.of(List.of(new WorkingTime.Interval(0, 30), new WorkingTime.Interval(90, 200)));
        assertThat(waiting(builder.build(), "1", "pay", calendar)).isEqualTo(new Waiting(0, 0, 0, 60, 30));
    }

    @Test
    void whatIsCollectedWaitsForTheLastOfItsBatch() {
        event("1", "hand in", "a", 0, 10);
        event("2", "hand in", "b", 0, 40);
        event("1", "pay", "cashier", 50, 60);
        event("2", "pay", "cashier", 60, 70);
        var log = builder.build();
        assertThat(Batch.in(log)).singleElement().satisfies(batch -> {
            assertThat(batch.activity()).isEqualTo("pay");
            assertThat(batch.events()).hasSize(2);
            assertThat(batch.ready()).isEqualTo(40);
            assertThat(batch.parallel()).isFalse();
        });
        assertThat(waiting(log, "1", "pay", WorkingTime.ALWAYS)).isEqualTo(new Waiting(30, 0, 0, 0, 10));
        assertThat(waiting(log, "2", "pay", WorkingTime.ALWAYS)).isEqualTo(new Waiting(0, 10, 0, 0, 10));
    }

    @Test
    void theFirstWorkOfACaseAndOverlappingWorkDoNotWait() {
        event("1", "hand in", "a", 5, 10);
        event("1", "check", "b", 7, 30);
        var log = builder.build();
        assertThat(WaitingCauses.of(log, who -> WorkingTime.ALWAYS).total()).isEqualTo(Waiting.NONE);
    }

    @Test
    void theCausesOfARealLogAddUpToItsWaiting() throws Exception {
        var log = EventLogs.read(ReferenceData.file("logs/LoanApp_simplified.csv.gz"), Reading.USUAL);
        var causes = WaitingCauses.of(log, who -> WorkingTime.ALWAYS);
        var enabled = Enablement.of(log);
        var all = 0L;
        for (var event = 0; event < log.events(); event++) {
            var waited = enabled[event] == EventLog.NO_TIME ? 0 : log.start(event) - enabled[event];
            var parts = causes.of(event);
            assertThat(parts.total()).isEqualTo(waited);
            assertThat(Math.min(
                            Math.min(parts.batching(), parts.contention()),
                            Math.min(parts.prioritisation(), parts.other())))
                    .isNotNegative();
            assertThat(parts.unavailability()).isZero();
            all += waited;
        }
        assertThat(causes.total().total()).isEqualTo(all).isPositive();
        assertThat(causes.perActivity().values().stream()
                        .mapToLong(Waiting::total)
                        .sum())
                .isEqualTo(all);
    }
}
