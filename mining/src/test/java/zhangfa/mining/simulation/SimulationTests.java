package zhangfa.mining.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import zhangfa.mining.bpmn.BpmnModel;
import zhangfa.mining.conformance.Aligner;
import zhangfa.mining.drawing.BpmnFile;
import zhangfa.mining.drawing.TreeDrawing;
import zhangfa.mining.log.Moments;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.PetriNetBuilder;
import zhangfa.mining.net.Transition;
import zhangfa.mining.statistics.DirectlyFollows;
import zhangfa.mining.statistics.Durations;
import zhangfa.mining.time.Shifts;
import zhangfa.mining.tree.ProcessTree;
import zhangfa.mining.tree.RandomTrees;
import zhangfa.mining.tree.TreeNet;
import zhangfa.mining.tree.TreeText;

class SimulationTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Shifts OFFICE = Shifts.weekly(
            ZONE,
            Arrays.stream(DayOfWeek.values())
                    .limit(5)
                    .map(day -> new Shifts.Hours(day, LocalTime.of(9, 0), LocalTime.of(17, 0)))
                    .toList());
    private static final long MONDAY = Moments.of("2024-01-01T00:00+08:00");
    private static final Arrivals HOURLY = new Arrivals(MONDAY, Distribution.exponential(Duration.ofHours(1)), OFFICE);

    private static PetriNet net(String tree) {
        return TreeNet.of(TreeText.read(tree));
    }

    private static Scenario claims() {
        var works = Map.of(
                "check", new Work(Distribution.exponential(Duration.ofMinutes(40)), Set.of("Anna", "Bo")),
                "ask", new Work(new Distribution.Normal(3e9, 1e9), Set.of("Bo")),
                "pay", new Work(Distribution.fixed(Duration.ofMinutes(10)), Set.of("Chen")));
        var people = List.of(new Person("Anna", OFFICE), new Person("Bo", OFFICE), new Person("Chen", Shifts.ALWAYS));
        return new Scenario(net("->( *( 'check', 'ask' ), +( 'pay', 'file' ) )"), Map.of(), works, people, HOURLY);
    }

    @Test
    void theSameSeedGivesTheSameLogAndAnotherAnother() {
        var one = Simulation.run(claims(), 200, 1);
        var same = Simulation.run(claims(), 200, 1);
        var other = Simulation.run(claims(), 200, 2);

        assertThat(same.endings()).containsExactly(one.endings());
        assertThat(DirectlyFollows.of(same.log()).edges())
                .isEqualTo(DirectlyFollows.of(one.log()).edges());
        assertThat(other.endings()).isNotEqualTo(one.endings());
    }

    @Test
    void nobodyWorksOutsideTheirHoursAndEveryDurationIsWorkedInThem() {
        var simulated = Simulation.run(claims(), 500, 3);
        var log = simulated.log();
        var pay = log.activities().indexOf("pay");

        for (var event = 0; event < log.events(); event++) {
            if (log.resource(event) >= 0
                    && !log.resources().get(log.resource(event)).equals("Chen")) {
                assertThat(OFFICE.next(log.start(event))).isEqualTo(log.start(event));
                assertThat(OFFICE.next(log.end(event) - 1)).isEqualTo(log.end(event) - 1);
            }
            if (log.activity(event) == pay) {
                assertThat(log.end(event) - log.start(event)).isEqualTo(600_000_000L);
            }
        }
    }

    @Test
    void nobodyDoesTwoThingsAtOnceAndWorkInIsWorkOut() {
        var simulated = Simulation.run(claims(), 500, 4);
        var log = simulated.log();

        for (var who = 0; who < log.resources().size(); who++) {
            int person = who;
            var events = IntStream.range(0, log.events())
                    .filter(event -> log.resource(event) == person)
                    .boxed()
                    .sorted(Comparator.comparingLong(log::start).thenComparingLong(log::end))
                    .toList();
            var worked = 0L;
            for (var i = 0; i < events.size(); i++) {
                assertThat(i == 0 || log.end(events.get(i - 1)) <= log.start(events.get(i)))
                        .isTrue();
                worked += (person(simulated, person).equals("Chen") ? Shifts.ALWAYS : OFFICE)
                        .between(log.start(events.get(i)), log.end(events.get(i)));
            }
            var load = simulated.people().get(person(simulated, person));
            assertThat(load).isNotNull();
            assertThat(worked).isEqualTo(load.worked());
            assertThat(load.utilisation()).isBetween(0.0, 1.0);
        }
        assertThat(simulated.complete()).isEqualTo(500);
        assertThat(simulated.activities().values().stream()
                        .mapToLong(Simulated.Done::times)
                        .sum())
                .isEqualTo(log.events());
        assertThat(simulated.activities().values().stream()
                        .mapToLong(Simulated.Done::worked)
                        .sum())
                .isEqualTo(simulated.people().values().stream()
                        .mapToLong(Simulated.Load::worked)
                        .sum());
    }

    private static String person(Simulated simulated, int number) {
        return simulated.log().resources().get(number);
    }

    @Test
    void workIsTakenInTheOrderInWhichItCouldBegin() {
        var works = Map.of("check", new Work(Distribution.fixed(Duration.ofMinutes(90)), Set.of("Anna")));
        var scenario = new Scenario(net("'check'"), Map.of(), works, List.of(new Person("Anna", OFFICE)), HOURLY);
        var log = Simulation.run(scenario, 100, 5).log();

        for (var number = 1; number < log.cases(); number++) {
            assertThat(log.start(log.first(number))).isGreaterThanOrEqualTo(log.end(log.first(number - 1)));
        }
    }

    @Test
    void choicesFollowTheirWeights() {
        var net = net("X( 'often', 'seldom', 'never' )");
        var weights = Map.of(
                net.transitions().get(0).id(), 3.0, net.transitions().get(2).id(), 0.0);
        var simulated = Simulation.run(new Scenario(net, weights, Map.of(), List.of(), HOURLY), 10_000, 6);

        assertThat(simulated.activities().get("often").times()).isCloseTo(7500, within(200L));
        assertThat(simulated.activities().get("never").times()).isZero();
    }

    @Test
    void aGatewayOfBpmnIsWeighedByItsFlows() throws Exception {
        var drawn = TreeDrawing.of(TreeText.read("X( 'often', 'seldom' )"));
        var seldom = drawn.shapes().stream()
                .filter(shape -> shape.name().equals("seldom"))
                .findFirst()
                .orElseThrow();
        var flow = drawn.lines().stream()
                .filter(line -> line.target().equals(seldom.id()))
                .findFirst()
                .orElseThrow();
        var net = BpmnModel.readAsDrawn(BpmnFile.write(drawn).getBytes(UTF_8));
        var simulated = Simulation.run(
                new Scenario(net, Map.of(flow.source() + ">" + flow.id(), 0.25), Map.of(), List.of(), HOURLY),
                10_000,
                6);

        assertThat(simulated.activities().get("seldom").times()).isCloseTo(2000, within(200L));
    }

    @Test
    void anotherPersonShortensTheQueueWhileTheCasesStayTheSame() {
        var before = Simulation.run(claims(), 1_000, 8);
        var after = Simulation.run(claims().withOneMoreLike("Bo", "Dora"), 1_000, 8);

        assertThat(after.beginnings()).containsExactly(before.beginnings());
        assertThat(after.activities().get("check").meanWaitSeconds())
                .isLessThan(before.activities().get("check").meanWaitSeconds());
        assertThat(after.cycleTimes(0).sum()).isLessThan(before.cycleTimes(0).sum());
    }

    @Test
    void whoeverIsNeverOnDutyLeavesTheCasesOpen() {
        var works = Map.of("check", new Work(Distribution.fixed(Duration.ofMinutes(1)), Set.of("Anna")));
        var never = List.of(new Person("Anna", Shifts.of(List.of())));
        var simulated = Simulation.run(new Scenario(net("'check'"), Map.of(), works, never, HOURLY), 10, 9);

        assertThat(simulated.complete()).isZero();
        assertThat(simulated.log().cases()).isEqualTo(10);
        assertThat(simulated.log().events()).isZero();
        assertThat(simulated.people().get("Anna").utilisation()).isZero();
    }

    @Test
    void whatResetsAPlaceEndsTheWorkThatHoldsItsToken() {
        var builder = new PetriNetBuilder("");
        var i = builder.place("i");
        var left = builder.place("left");
        var right = builder.place("right");
        var o = builder.place("o");
        builder.transition("split", null, new int[] {i}, new int[] {left, right});
        builder.transition("work", "work", new int[] {left}, new int[] {left});
        builder.transition(
                new Transition("stop", "stop", new int[] {right}, new int[] {o}, new int[0], new int[] {left}));
        var works = Map.of(
                "work", new Work(Distribution.fixed(Duration.ofMinutes(45)), Set.of("Anna")),
                "stop", new Work(Distribution.fixed(Duration.ofMinutes(100)), Set.<String>of()));
        var scenario = new Scenario(
                builder.between(i, o), Map.of(), works, List.of(new Person("Anna", Shifts.ALWAYS)), HOURLY);
        var simulated = Simulation.run(scenario, 1, 1);

        assertThat(simulated.complete()).isEqualTo(1);
        assertThat(simulated.activities().get("work").times()).isEqualTo(2);
        assertThat(simulated.people().get("Anna").worked()).isEqualTo(100 * 60_000_000L);
    }

    @Test
    void aCaseWithoutEndIsRefused() {
        var net = net("*( 'a', 'b' )");
        var weights = Map.of(net.transitions().getLast().id(), 0.0);

        assertThatThrownBy(() -> Simulation.run(new Scenario(net, weights, Map.of(), List.of(), HOURLY), 1, 1))
                .isInstanceOf(EndlessCaseException.class);
    }

    @Test
    void aScenarioNamesOnlyWhatIsThere() {
        var scenario = claims();
        var work = new Work(Distribution.fixed(Duration.ZERO), Set.of("Nobody"));

        assertThatThrownBy(() -> scenario.withWork("dance", work)).hasMessageContaining("no activity dance");
        assertThatThrownBy(() -> scenario.withWork("pay", work)).hasMessageContaining("Nobody is called Nobody");
        assertThatThrownBy(() -> scenario.withWeight("?", 1)).hasMessageContaining("no transition ?");
        assertThatThrownBy(() -> scenario.withWeight("t0", -1)).hasMessageContaining("t0 weighs -1");
        assertThatThrownBy(() -> scenario.withOneMoreLike("Dora", "Eve")).hasMessageContaining("Dora");
    }

    @Provide
    Arbitrary<ProcessTree> trees() {
        return RandomTrees.deep(3);
    }

    @Property(tries = 100)
    void everyCaseOfATreeFitsIt(@ForAll("trees") ProcessTree tree) {
        var net = TreeNet.of(tree);
        var simulated = Simulation.run(new Scenario(net, Map.of(), Map.of(), List.of(), HOURLY), 20, 11);

        assertThat(simulated.complete()).isEqualTo(20);
        assertThat(new Aligner(net).align(simulated.log().variants()).totalCost())
                .isZero();
    }

    @Property(tries = 100)
    void everyCaseOfItsDrawingFitsATree(@ForAll("trees") ProcessTree tree) throws Exception {
        var net = BpmnModel.readAsDrawn(BpmnFile.write(TreeDrawing.of(tree)).getBytes(UTF_8));
        var works = new TreeMap<String, Work>();
        net.activities()
                .forEach(activity -> works.put(
                        activity, new Work(Distribution.exponential(Duration.ofMinutes(1)), Set.of("Anna", "Bo"))));
        var people = List.of(new Person("Anna", OFFICE), new Person("Bo", OFFICE));
        var simulated = Simulation.run(new Scenario(net, Map.of(), works, people, HOURLY), 20, 12);

        assertThat(simulated.complete()).isEqualTo(20);
        assertThat(new Aligner(TreeNet.of(tree))
                        .align(simulated.log().variants())
                        .totalCost())
                .isZero();
        assertThat(Durations.ofCases(simulated.log()).max()).isNotNegative();
    }
}
