package zhangfa.mining.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.EventLogBuilder;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.Reading;

/** Sudden changes are found where they are, and nowhere else. */
class DriftTests {

    @Test
    void theFourChangesOfThePublicLogAreFoundAndNoOther() throws Exception {
        var log = EventLogs.read(ReferenceData.file("drift/bose_log.xes.gz"), Reading.USUAL.withoutAttributes());
        var found = Drift.in(log, 300).stream().map(Drift::firstCase).toList();
        assertThat(found).hasSize(4);
        var changes = List.of(1199, 2399, 3599, 4799);
        for (var i = 0; i < changes.size(); i++) {
            assertThat(found.get(i)).isCloseTo(changes.get(i), within(20));
        }
    }

    @Test
    void aProcessThatNeverChangesHasNoDrift() {
        assertThat(Drift.in(log(3000, 3000), 200)).isEmpty();
    }

    @Test
    void whatChangedIsNamed() {
        var drifts = Drift.in(log(2000, 1000), 200);
        assertThat(drifts).hasSize(1);
        assertThat(drifts.getFirst().firstCase()).isCloseTo(1000, within(30));
        assertThat(drifts.getFirst().relations())
                .anyMatch(change -> "a".equals(change.from())
                        && change.to().equals("b")
                        && change.shareAfter() < change.shareBefore());
    }

    /** Chance takes one of two ways; from a case on, it prefers the other. */
    private static EventLog log(int cases, int changed) {
        var random = new Random(3);
        var log = new EventLogBuilder();
        for (var i = 0; i < cases; i++) {
            var number = log.newCase("case " + i);
            var way = random.nextDouble() < (i < changed ? 0.7 : 0.2) ? "b" : "c";
            for (var activity : List.of("a", way, "d")) {
                log.add(number, log.activity(activity), EventLog.NOBODY, EventLog.NO_TIME, i * 1000L);
            }
        }
        return log.build();
    }
}
