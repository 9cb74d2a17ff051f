package zhangfa.mining.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import zhangfa.mining.log.Moments;
import zhangfa.mining.simulation.Arrivals;
import zhangfa.mining.simulation.Distribution;
import zhangfa.mining.simulation.Person;
import zhangfa.mining.simulation.Scenario;
import zhangfa.mining.simulation.Simulation;
import zhangfa.mining.simulation.Work;
import zhangfa.mining.time.Shifts;
import zhangfa.mining.tree.Operator;
import zhangfa.mining.tree.ProcessTree;
import zhangfa.mining.tree.TreeNet;

/**
 * A process of twelve activities with choices, rework and work at once, done by three teams in office hours of their own, all
 * loaded to about three quarters.
 */
final class SimulationBench {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private SimulationBench() {}

    /** Plays so many cases and answers how many events they had. */
    static int play(int cases) {
        return Simulation.run(scenario(), cases, 7).log().events();
    }

    private static Scenario scenario() {
        var works = new TreeMap<String, Work>();
        var clerks = team("clerk", 12, 9, 17);
        var experts = team("expert", 8, 8, 16);
        var cashiers = team("cashier", 4, 10, 18);
        for (var activity : List.of("receive", "check", "ask", "answer", "record", "archive")) {
            works.put(activity, work(clerks));
        }
        for (var activity : List.of("assess", "visit", "approve", "reject")) {
            works.put(activity, work(experts));
        }
        for (var activity : List.of("pay", "print")) {
            works.put(activity, work(cashiers));
        }
        var people = List.of(clerks, experts, cashiers).stream()
                .flatMap(List::stream)
                .toList();
        var arrivals = new Arrivals(
                Moments.of("2024-01-01T00:00+08:00"),
                Distribution.exponential(Duration.ofSeconds(210)),
                people.getFirst().shifts());
        return new Scenario(TreeNet.of(tree()), Map.of(), works, people, arrivals);
    }

    private static ProcessTree tree() {
        var rework = ProcessTree.of(
                Operator.LOOP, leaf("check"), ProcessTree.of(Operator.SEQUENCE, leaf("ask"), leaf("answer")));
        var judged = ProcessTree.of(
                Operator.SEQUENCE,
                leaf("assess"),
                ProcessTree.of(Operator.CHOICE, leaf("visit"), ProcessTree.silent()));
        var paid = ProcessTree.of(
                Operator.SEQUENCE, leaf("approve"), ProcessTree.of(Operator.PARALLEL, leaf("pay"), leaf("print")));
        return ProcessTree.of(
                Operator.SEQUENCE,
                leaf("receive"),
                ProcessTree.of(Operator.PARALLEL, rework, judged, leaf("record")),
                ProcessTree.of(Operator.CHOICE, paid, leaf("reject")),
                leaf("archive"));
    }

    private static ProcessTree leaf(String name) {
        return new ProcessTree.Activity(name);
    }

    private static List<Person> team(String name, int size, int from, int to) {
        var shifts = Shifts.weekly(
                ZONE,
                Arrays.stream(DayOfWeek.values())
                        .limit(5)
                        .map(day -> new Shifts.Hours(day, LocalTime.of(from, 0), LocalTime.of(to, 0)))
                        .toList());
        return IntStream.rangeClosed(1, size)
                .mapToObj(i -> new Person(name + " " + i, shifts))
                .toList();
    }

    private static Work work(List<Person> team) {
        return new Work(
                new Distribution.LogNormal(300e6, 200e6),
                team.stream().map(Person::name).collect(Collectors.toSet()));
    }
}
