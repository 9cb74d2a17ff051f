package zhangfa.mining.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.discovery.InductiveMiner;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.EventLogBuilder;
import zhangfa.mining.log.Moments;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.Reading;
import zhangfa.mining.time.Shifts;
import zhangfa.mining.tree.TreeNet;
import zhangfa.mining.tree.TreeText;

class LearningTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long MONDAY = Moments.of("2024-01-01T00:00+08:00");

    private static Scenario made() {
        var office = Shifts.weekly(
                ZONE,
                Arrays.stream(DayOfWeek.values())
                        .limit(5)
                        .map(day -> new Shifts.Hours(day, LocalTime.of(9, 0), LocalTime.of(17, 0)))
                        .toList());
        var works = Map.of(
                "check", new Work(Distribution.exponential(Duration.ofMinutes(40)), Set.of("Anna", "Bo")),
                "ask", new Work(Distribution.exponential(Duration.ofMinutes(30)), Set.of("Bo")),
                "pay", new Work(Distribution.fixed(Duration.ofMinutes(10)), Set.of("Chen")));
        var net = TreeNet.of(TreeText.read("->( *( 'check', 'ask' ), 'pay' )"));
        var weights = Map.of(
                net.transitions().get(2).id(), 1.0, net.transitions().get(3).id(), 3.0);
        var people = List.of(new Person("Anna", office), new Person("Bo", office), new Person("Chen", office));
        return new Scenario(
                net,
                weights,
                works,
                people,
                new Arrivals(MONDAY, Distribution.exponential(Duration.ofHours(1)), office));
    }

    /** What is learnt from a log that was simulated goes as the scenario that made it. */
    @Test
    void whatWasSimulatedIsLearntAgain() {
        var made = made();
        var net = made.net();
        var office = made.arrivals().shifts();
        var before = Simulation.run(made, 4_000, 1);

        var learnt = Learning.scenario(before.log(), net, ZONE);
        var after = Simulation.run(learnt, 4_000, 2);

        assertThat(learnt.works().get("check").people()).containsExactlyInAnyOrder("Anna", "Bo");
        assertThat(learnt.works().get("pay").people()).containsExactly("Chen");
        assertThat(learnt.people())
                .allSatisfy(person -> assertThat(person.shifts().between(MONDAY, MONDAY + 7 * 86_400_000_000L))
                        .isEqualTo(office.between(MONDAY, MONDAY + 7 * 86_400_000_000L)));
        before.activities().forEach((activity, done) -> {
            var again = after.activities().get(activity);
            assertThat(again).isNotNull();
            assertThat((double) again.times()).isCloseTo(done.times(), within(0.05 * done.times()));
            assertThat(again.meanWorkSeconds())
                    .isCloseTo(done.meanWorkSeconds(), within(0.05 * done.meanWorkSeconds()));
        });
        assertThat(after.cycleTimes(0).meanSeconds())
                .isCloseTo(
                        before.cycleTimes(0).meanSeconds(),
                        within(0.15 * before.cycleTimes(0).meanSeconds()));
    }

    @Test
    void aRealLogGoesOnAsItWent() throws Exception {
        var log =
                EventLogs.read(ReferenceData.file("logs/LoanApp_simplified.csv.gz"), Reading.USUAL.withoutAttributes());
        var net = TreeNet.of(InductiveMiner.discover(log.variants(), 0.2));

        var simulated = Simulation.run(Learning.scenario(log, net, ZoneId.of("UTC")), log.cases(), 1);

        assertThat(simulated.complete()).isEqualTo(log.cases());
        assertThat((double) simulated.log().events()).isCloseTo(log.events(), within(0.05 * log.events()));
        assertThat(simulated.cycleTimes(0).meanSeconds())
                .isCloseTo(
                        Learning.cycleTimes(log).meanSeconds(),
                        within(0.25 * Learning.cycleTimes(log).meanSeconds()));
    }

    @Test
    void aLogOfCompletionsIsWaitedByTheClockAndNeedsNobody() {
        var log = new EventLogBuilder();
        for (var number = 0; number < 20; number++) {
            var begins = MONDAY + number * 3_600_000_000L;
            log.newCase("c" + number);
            log.add(number, log.activity("a"), log.resource("Anna"), EventLog.NO_TIME, begins);
            log.add(number, log.activity("b"), log.resource("Anna"), EventLog.NO_TIME, begins + 7_200_000_000L);
        }
        var scenario = Learning.scenario(log.build(), TreeNet.of(TreeText.read("->( 'a', 'b' )")), ZONE);

        assertThat(scenario.people()).isEmpty();
        assertThat(Simulation.run(scenario, 100, 1).cycleTimes(0).meanSeconds()).isEqualTo(7200);
    }

    @Test
    void aLogWithoutTimesTeachesNothing() {
        var log = new EventLogBuilder();
        log.newCase("c");
        log.add(0, log.activity("a"), EventLog.NOBODY, EventLog.NO_TIME, EventLog.NO_TIME);

        assertThatThrownBy(() -> Learning.scenario(log.build(), TreeNet.of(TreeText.read("'a'")), ZONE))
                .hasMessageContaining("No case of this log has a time");
    }
}
