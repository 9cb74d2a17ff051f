package zhangfa.mining.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.bench.SyntheticLog;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.EventLogBuilder;
import zhangfa.mining.log.Kind;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.Reading;

/** What goes along with slow cases, and how long running ones will still take. */
class RootCausesTests {

    private static final long HOUR = 3_600_000_000L;

    /** Cases above 5000 that were checked twice take long; who did it makes no difference. */
    private static EventLog log(boolean pattern) {
        var random = new Random(5);
        var log = new EventLogBuilder();
        for (var i = 0; i < 600; i++) {
            var number = log.newCase("case " + i);
            var amount = random.nextInt(10_000);
            var checks = 1 + random.nextInt(2);
            var column = log.caseColumn("amount");
            column.set(number, column.code(Kind.WHOLE, amount + ""));
            var slow = pattern ? amount > 5000 && checks == 2 : random.nextInt(4) == 0;
            var time = i * HOUR;
            log.add(number, log.activity("hand in"), log.resource("p" + random.nextInt(5)), EventLog.NO_TIME, time);
            for (var check = 0; check < checks; check++) {
                log.add(
                        number,
                        log.activity("check " + check),
                        log.resource("p" + random.nextInt(5)),
                        EventLog.NO_TIME,
                        time += HOUR);
            }
            log.add(
                    number,
                    log.activity("pay"),
                    log.resource("p" + random.nextInt(5)),
                    EventLog.NO_TIME,
                    time + (slow ? 50 : 1) * HOUR);
        }
        return log.build();
    }

    private static RootCauses slow(EventLog log) {
        return RootCauses.of(log, number -> Durations.ofCase(log, number) > 40 * HOUR);
    }

    @Test
    void theTreeNamesWhatSlowCasesHaveInCommon() {
        var tree = slow(log(true));
        assertThat(tree.cases()).isEqualTo(600);
        assertThat(tree.cause()).isNotNull();
        assertThat(tree.cause().probability()).isLessThan(1e-9);
        var next = Objects.requireNonNull(tree.with()).cause();
        assertThat(next).isNotNull();
        assertThat(List.of(tree.cause().property(), next.property()))
                .anyMatch("does check 1"::equals)
                .anyMatch(property -> property.matches("amount > (4[5-9]|5[0-5])\\d\\d\\.0"));
        assertThat(next.shareWith()).isGreaterThan(0.9);
    }

    @Test
    void chanceGrowsNoTree() {
        assertThat(slow(log(false)).cause()).isNull();
    }

    @Test
    void remainingTimeIsLearntFromCasesThatDidTheSame() {
        var log = log(true);
        var model = RemainingTime.learn(log.withCases(number -> Durations.ofCase(log, number) < 40 * HOUR));
        assertThat(model.after(List.of("hand in", "check 0", "check 1"))).isEqualTo(HOUR);
        assertThat(model.after(List.of("hand in"))).isIn(2.0 * HOUR, 2.5 * HOUR, 3.0 * HOUR);
        assertThat(model.after(List.of("never seen"))).isEqualTo(model.after(List.of()));
    }

    @Test
    void theErrorIsMeasuredOnCasesOfTheFutureAndBeatsTheMedianOfAll() throws Exception {
        var bytes = new ByteArrayOutputStream();
        SyntheticLog.write(20_000, SyntheticLog.SEED, bytes);
        var synthetic = EventLogs.read(new ByteArrayInputStream(bytes.toByteArray()), Reading.USUAL);
        var error = RemainingTime.evaluate(synthetic, 0.7);
        assertThat(error.predictions()).isGreaterThan(1000);
        assertThat(error.meanError()).isLessThan(0.7 * error.withoutActivities());
        var real = EventLogs.read(
                ReferenceData.file("logs/DomesticDeclarations.xes.gz"), Reading.USUAL.withoutAttributes());
        var realError = RemainingTime.evaluate(real, 0.7);
        assertThat(realError.meanError()).isLessThan(realError.withoutActivities());
    }

    @Test
    void thereMustBeSomethingToLearnFrom() {
        assertThatThrownBy(() -> RemainingTime.evaluate(log(true), 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
