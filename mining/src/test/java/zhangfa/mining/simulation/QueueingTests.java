package zhangfa.mining.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.time.Shifts;
import zhangfa.mining.tree.ProcessTree;
import zhangfa.mining.tree.TreeNet;
import zhangfa.mining.tree.TreeText;

/** Queues whose waiting is known by closed formulas; each mean must lie in the 99.9 % confidence interval of 20 batches. */
class QueueingTests {

    private static final double HOUR = 3_600_000_000.0;
    private static final int CASES = 200_000;
    private static final int BATCHES = 20;
    private static final double STUDENT = 3.883; // 19 degrees of freedom, 99.9 %, two-sided

    private static PetriNet net(String tree) {
        ProcessTree read = TreeText.read(tree);
        return TreeNet.of(read);
    }

    private static Arrivals perHour(double rate) {
        return new Arrivals(0, new Distribution.Erlang(1, HOUR / rate), Shifts.ALWAYS);
    }

    private static List<Person> staff(String name, int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> new Person(name + i, Shifts.ALWAYS))
                .toList();
    }

    private static Work by(List<Person> people, Distribution duration) {
        return new Work(duration, people.stream().map(Person::name).collect(Collectors.toSet()));
    }

    private static void assertSojourn(Scenario scenario, double hours) {
        var simulated = Simulation.run(scenario, CASES, 7);
        assertThat(simulated.complete()).isEqualTo(CASES);
        var leftOut = CASES / 10;
        var size = (CASES - leftOut) / BATCHES;
        var means = IntStream.range(0, BATCHES)
                .mapToDouble(batch -> LongStream.range(leftOut + (long) batch * size, leftOut + (batch + 1L) * size)
                        .mapToInt(number -> (int) number)
                        .mapToLong(number ->
                                simulated.endings()[number] - simulated.beginnings()[number])
                        .average()
                        .orElseThrow())
                .map(mean -> mean / HOUR)
                .toArray();
        var mean =
                IntStream.range(0, BATCHES).mapToDouble(i -> means[i]).average().orElseThrow();
        var variance = IntStream.range(0, BATCHES)
                        .mapToDouble(i -> (means[i] - mean) * (means[i] - mean))
                        .sum()
                / (BATCHES - 1);
        assertThat(hours).isCloseTo(mean, within(STUDENT * Math.sqrt(variance / BATCHES)));
        assertThat(mean).isCloseTo(hours, within(0.08 * hours));
    }

    /** Erlang's formula: the mean time in a queue with Poisson arrivals, exponential service and so many servers. */
    private static double sojourn(double arrivals, double service, int servers) {
        var load = arrivals / service;
        var term = 1.0;
        var sum = 0.0;
        for (var i = 0; i < servers; i++) {
            sum += term;
            term *= load / (i + 1);
        }
        var waiting = term * servers / (servers - load);
        return waiting / (sum + waiting) / (servers * service - arrivals) + 1 / service;
    }

    @ParameterizedTest
    @CsvSource({"8, 10, 1", "18, 10, 2", "25, 10, 3", "40, 10, 5", "90, 10, 10"})
    void severalServersWaitAsErlangSays(double arrivals, double service, int servers) {
        var people = staff("clerk", servers);
        var work = by(people, new Distribution.Erlang(1, HOUR / service));
        var scenario = new Scenario(net("'serve'"), Map.of(), Map.of("serve", work), people, perHour(arrivals));

        assertSojourn(scenario, sojourn(arrivals, service, servers));
    }

    @Test
    void erlangsFormulaIsThatOfTheReference() throws Exception {
        for (var one : ReferenceData.expected("queueing").get("cases")) {
            if (one.has("servers")) {
                var found = sojourn(
                        one.get("arrivals_per_hour").asDouble(),
                        one.get("service_per_hour_and_server").asDouble(),
                        one.get("servers").asInt());
                assertThat(found).isCloseTo(one.get("mean_sojourn_hours").asDouble(), within(1e-12));
            }
        }
    }

    /** Pollaczek and Khinchine: 8 arrivals an hour, service of 6 minutes, by how much service varies. */
    @Test
    void waitingGrowsWithTheVarianceOfService() {
        var people = staff("clerk", 1);
        var expected = new TreeMap<>(Map.of(1, 0.5, 4, 0.35));
        expected.forEach((stages, hours) -> {
            var work = by(people, new Distribution.Erlang(stages, HOUR / 10));
            assertSojourn(new Scenario(net("'serve'"), Map.of(), Map.of("serve", work), people, perHour(8)), hours);
        });
        var always = by(people, new Distribution.Fixed((long) (HOUR / 10)));
        assertSojourn(new Scenario(net("'serve'"), Map.of(), Map.of("serve", always), people, perHour(8)), 0.3);
    }

    /** Jackson: two queues in a row are each as if alone. */
    @Test
    void oneQueueBehindAnotherWaitsAsJacksonSays() {
        var first = staff("first", 1);
        var second = staff("second", 1);
        var works = Map.of(
                "a", by(first, new Distribution.Erlang(1, HOUR / 10)),
                "b", by(second, new Distribution.Erlang(1, HOUR / 12)));
        var people = List.of(first.getFirst(), second.getFirst());

        assertSojourn(new Scenario(net("->( 'a', 'b' )"), Map.of(), works, people, perHour(8)), 0.75);
    }

    /** A quarter of what is done comes back to the queue: 6 arrivals an hour load it as 8 would. */
    @Test
    void reworkLoadsTheQueueAsJacksonSays() {
        var people = staff("clerk", 1);
        var works = Map.of("serve", by(people, new Distribution.Erlang(1, HOUR / 10)));
        var net = net("*( 'serve', tau )");
        var back = net.transitions().get(2).id();
        var out = net.transitions().get(3).id();

        assertSojourn(new Scenario(net, Map.of(back, 0.25, out, 0.75), works, people, perHour(6)), 2.0 / 3);
    }
}
