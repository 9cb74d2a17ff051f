package zhangfa.mining.simulation;

import static zhangfa.mining.log.EventLog.NOBODY;
import static zhangfa.mining.log.EventLog.NO_TIME;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import zhangfa.mining.conformance.Aligner;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Progress;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.Transition;
import zhangfa.mining.simulation.Distribution.Observed;
import zhangfa.mining.statistics.Durations;
import zhangfa.mining.time.Shifts;

/**
 * Learns from a log how a process goes, so that one may ask what would happen if (after Rozinat, Mans, Song, van der Aalst,
 * <i>Discovering simulation models</i>, 2009):
 *
 * <ul>
 *   <li>weights: how often each transition fires in the optimal alignments of the log;
 *   <li>people: everybody who is named, who may do what they ever did, in the hours of the week in which they started or
 *       ended work at least a tenth as often as in their busiest; who is seen less than 100 times has the hours of all;
 *   <li>durations: one of the working times seen. A log that does not know when work began knows no working times: then
 *       the time since the event before is waited by the clock, and nobody is needed;
 *   <li>arrivals: one of the times seen between the beginnings of cases, in the hours of all beginnings.
 * </ul>
 *
 * People who did several things at once in the log do one after the other here.
 */
public final class Learning {

    private static final int ENOUGH = 100;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final EventLog log;
    private final ZoneId zone;
    private final Map<Integer, Set<String>> doers = new TreeMap<>();
    private final Map<Integer, Shifts> shifts = new HashMap<>();

    private Learning(EventLog log, ZoneId zone) {
        this.log = log;
        this.zone = zone;
    }

    /**
     * The scenario of a log on a model.
     *
     * @param zone of the clocks by which people work
     * @throws IllegalArgumentException when no case has a time
     * @throws zhangfa.mining.conformance.UnsoundNetException when the model cannot come to its end
     */
    public static Scenario scenario(EventLog log, PetriNet net, ZoneId zone) {
        return scenario(log, net, zone, Progress.NONE);
    }

    /**
     * The same, followed by the variants that are aligned.
     *
     * @throws IllegalArgumentException when no case has a time
     * @throws zhangfa.mining.conformance.UnsoundNetException when the model cannot come to its end
     * @throws java.util.concurrent.CancellationException when the progress ended it
     */
    public static Scenario scenario(EventLog log, PetriNet net, ZoneId zone, Progress progress) {
        var learning = new Learning(log, zone);
        var arrivals = learning.arrivals();
        learning.meet();
        var people = log.knowsStarts()
                ? learning.shifts.entrySet().stream()
                        .map(one -> new Person(log.resources().get(one.getKey()), one.getValue()))
                        .toList()
                : List.<Person>of();
        return new Scenario(net, learning.weights(net, progress), learning.works(net), people, arrivals);
    }

    /** From the first start to the last end of each case of a log: what {@link Simulated#cycleTimes} is to be compared with. */
    public static Durations cycleTimes(EventLog log) {
        return Durations.of(LongStream.range(0, log.cases())
                .mapToInt(number -> (int) number)
                .filter(number -> log.first(number) < log.last(number) && log.start(log.first(number)) != NO_TIME)
                .mapToLong(number -> LongStream.range(log.first(number), log.last(number))
                                .map(event -> log.end((int) event))
                                .max()
                                .orElseThrow()
                        - log.start(log.first(number)))
                .toArray());
    }

    private Arrivals arrivals() {
        var beginnings = LongStream.range(0, log.cases())
                .mapToInt(number -> (int) number)
                .filter(number -> log.first(number) < log.last(number))
                .mapToLong(number -> log.start(log.first(number)))
                .filter(moment -> moment != NO_TIME)
                .sorted()
                .toArray();
        if (beginnings.length == 0) {
            throw new IllegalArgumentException("No case of this log has a time");
        }
        var hours = new HoursOfWeek(zone);
        Arrays.stream(beginnings).forEach(hours::see);
        var open = hours.shifts();
        var between = new long[Math.max(1, beginnings.length - 1)];
        for (var i = 1; i < beginnings.length; i++) {
            between[i - 1] = open.between(beginnings[i - 1], beginnings[i]);
        }
        return new Arrivals(beginnings[0], new Observed(between), open);
    }

    /** Who does what, and when they work. */
    private void meet() {
        var everybody = new HoursOfWeek(zone);
        var each = new TreeMap<Integer, HoursOfWeek>();
        for (var event = 0; event < log.events(); event++) {
            int who = log.resource(event);
            if (who != NOBODY && log.end(event) != NO_TIME) {
                var own = each.computeIfAbsent(who, key -> new HoursOfWeek(zone));
                for (var hours : List.of(everybody, own)) {
                    hours.see(log.start(event));
                    hours.see(log.end(event));
                }
                doers.computeIfAbsent(log.activity(event), key -> new TreeSet<>())
                        .add(log.resources().get(who));
            }
        }
        var usual = everybody.shifts();
        each.forEach((who, hours) -> shifts.put(who, hours.all() < 2 * ENOUGH ? usual : hours.shifts()));
    }

    private Map<String, Work> works(PetriNet net) {
        var seen = new HashMap<Integer, LongStream.Builder>();
        for (var number = 0; number < log.cases(); number++) {
            for (var event = log.first(number); event < log.last(number); event++) {
                var taken = log.knowsStarts() ? worked(event) : sinceBefore(number, event);
                if (taken >= 0) {
                    seen.computeIfAbsent(log.activity(event), key -> LongStream.builder())
                            .add(taken);
                }
            }
        }
        var works = new TreeMap<String, Work>();
        for (var activity : net.activities()) {
            var number = log.activities().indexOf(activity);
            if (seen.containsKey(number)) {
                var people = log.knowsStarts() ? doers.getOrDefault(number, Set.of()) : Set.<String>of();
                works.put(
                        activity, new Work(new Observed(seen.get(number).build().toArray()), people));
            }
        }
        return works;
    }

    /** Negative where it is not known. */
    private long worked(int event) {
        var from = log.start(event);
        var to = log.end(event);
        if (to == NO_TIME || to < from) {
            return -1;
        }
        var worked = shifts.getOrDefault(log.resource(event), Shifts.ALWAYS).between(from, to);
        return worked == 0 ? to - from : worked; // overtime
    }

    private long sinceBefore(int number, int event) {
        if (log.end(event) == NO_TIME) {
            return -1;
        }
        return event == log.first(number) || log.end(event - 1) == NO_TIME ? 0 : log.end(event) - log.end(event - 1);
    }

    private Map<String, Double> weights(PetriNet net, Progress progress) {
        var firings = new HashMap<String, Double>();
        net.transitions().stream().map(Transition::id).forEach(id -> firings.put(id, 0.0));
        var variants = log.variants();
        var alignments = new Aligner(net).align(variants, LONGEST, progress);
        for (var variant = 0; variant < variants.size(); variant++) {
            for (var step : alignments.found().get(variant).steps()) {
                if (step.transition() != null) {
                    firings.merge(step.transition(), (double) variants.counts()[variant], Double::sum);
                }
            }
        }
        return firings;
    }
}
