package zhangfa.mining.simulation;

import static zhangfa.mining.log.EventLog.NOBODY;
import static zhangfa.mining.log.EventLog.NO_TIME;
import static zhangfa.mining.time.Shifts.NEVER;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import zhangfa.mining.log.EventLogBuilder;
import zhangfa.mining.log.Progress;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.simulation.Simulated.Done;
import zhangfa.mining.simulation.Simulated.Load;

/**
 * Plays a scenario out, event by event (discrete-event simulation: Law, <i>Simulation Modeling and Analysis</i>, 2015,
 * ch. 1). What a case does next is decided as soon as it can, by the weights of the transitions; silent ones take no
 * time. The same scenario and seed give the same result.
 */
public final class Simulation {

    private final Scenario scenario;
    private final PetriNet net;
    private final int cases;
    private final long seed;
    private final double[] weights;
    private final @Nullable Work[] works;
    private final Agenda agenda = new Agenda();
    private final Desk desk;
    private final SplittableRandom coming;
    private final EventLogBuilder log = new EventLogBuilder();
    private final int[] activities;
    private final Map<String, Integer> resources = new HashMap<>();
    private final long[] beginnings;
    private final long[] endings;
    private final Progress progress;
    private int begun;
    private int ended;
    private long lastDone;
    private final long[] times;
    private final long[] waited;
    private final long[] worked;

    private Simulation(Scenario scenario, int cases, long seed, Progress progress) {
        this.scenario = scenario;
        this.net = scenario.net();
        this.cases = cases;
        this.seed = seed;
        this.progress = progress;
        var size = net.transitions().size();
        this.weights = new double[size];
        this.works = new Work[size];
        this.activities = new int[size];
        for (var i = 0; i < size; i++) {
            var transition = net.transitions().get(i);
            weights[i] = scenario.weights().getOrDefault(transition.id(), 1.0);
            var label = transition.label();
            works[i] = label == null ? null : scenario.works().get(label);
            activities[i] = label == null ? -1 : log.activity(label);
        }
        this.desk = new Desk(agenda, scenario.people(), scenario.works().values(), this::done);
        scenario.people().forEach(person -> resources.put(person.name(), log.resource(person.name())));
        this.coming = new SplittableRandom(seed);
        this.beginnings = new long[cases];
        this.endings = new long[cases];
        Arrays.fill(endings, NO_TIME);
        this.times = new long[size];
        this.waited = new long[size];
        this.worked = new long[size];
    }

    /**
     * Plays so many cases, until all of them are complete or nothing can happen any more. There are fewer where the shifts
     * of arrivals end before.
     *
     * @throws EndlessCaseException when a case comes to no end
     */
    public static Simulated run(Scenario scenario, int cases, long seed) {
        return run(scenario, cases, seed, Progress.NONE);
    }

    /**
     * The same, followed by the cases that are complete.
     *
     * @throws EndlessCaseException when a case comes to no end
     * @throws java.util.concurrent.CancellationException when the progress ended it
     */
    public static Simulated run(Scenario scenario, int cases, long seed, Progress progress) {
        if (cases < 0) {
            throw new IllegalArgumentException(cases + " cases");
        }
        var simulation = new Simulation(scenario, cases, seed, progress);
        simulation.expect(0, scenario.arrivals().from());
        simulation.agenda.play();
        return simulation.result();
    }

    private void expect(int number, long from) {
        if (number == cases) {
            return;
        }
        var shifts = scenario.arrivals().shifts();
        var open = shifts.next(from);
        var begins = open == NEVER
                ? NEVER
                : shifts.after(open, scenario.arrivals().between().sample(coming));
        if (begins == NEVER) {
            return;
        }
        agenda.at(begins, () -> {
            begun++;
            beginnings[number] = begins;
            log.newCase(String.valueOf(number + 1));
            advance(new Run(number, net.initial(), seed));
            expect(number + 1, begins);
        });
    }

    /** Decides and begins whatever a case can do now. */
    private void advance(Run run) {
        while (true) {
            if (run.isIdle() && net.isComplete(run.marking())) {
                endings[run.number()] = agenda.now();
                progress.tell(++ended, cases);
                return;
            }
            var next = choose(run);
            if (next < 0) {
                return;
            }
            var work = works[next];
            var duration = work == null ? 0 : work.duration().sample(run.random());
            var job = new Job(run, next, agenda.now(), duration);
            run.hold(job, net.transitions().get(next));
            if (work == null) {
                fire(job);
            } else {
                desk.ask(job, work.people());
            }
        }
    }

    /** One of the transitions that can fire, by weight; those without any only where no other can. -1 if none can. */
    private int choose(Run run) {
        var chosen = -1;
        var total = 0.0;
        for (var i = 0; i < weights.length; i++) {
            var transition = net.transitions().get(i);
            if ((weights[i] > 0 || total == 0)
                    && net.isEnabled(transition, run.marking())
                    && !run.isHindered(transition)) {
                total += weights[i];
                if (chosen < 0 || total == weights[i] || run.random().nextDouble() * total < weights[i]) {
                    chosen = i;
                }
            }
        }
        return chosen;
    }

    private void done(Job job) {
        fire(job);
        advance(job.run());
    }

    private void fire(Job job) {
        var number = job.transition();
        var transition = net.transitions().get(number);
        job.run().finish(job, transition);
        if (transition.resets().length > 0) {
            desk.drop(job.run().dropped(transition, net.transitions()));
        }
        lastDone = agenda.now();
        if (activities[number] >= 0) {
            times[number]++;
            waited[number] += job.started() - job.enabled();
            worked[number] += job.duration();
            var clerk = job.clerk();
            var who = clerk == null
                    ? NOBODY
                    : resources.getOrDefault(clerk.person().name(), NOBODY);
            log.add(job.run().number(), activities[number], who, job.started(), agenda.now());
        }
    }

    private Simulated result() {
        var done = new TreeMap<String, Done>();
        for (var i = 0; i < weights.length; i++) {
            var label = net.transitions().get(i).label();
            if (label != null) {
                done.merge(
                        label,
                        new Done(times[i], waited[i], worked[i]),
                        (one, other) -> new Done(
                                one.times() + other.times(),
                                one.waited() + other.waited(),
                                one.worked() + other.worked()));
            }
        }
        var loads = new TreeMap<String, Load>();
        for (var clerk : desk.clerks()) {
            var person = clerk.person();
            loads.put(
                    person.name(),
                    new Load(clerk.worked(), begun == 0 ? 0 : person.shifts().between(beginnings[0], lastDone)));
        }
        return new Simulated(log.build(), Arrays.copyOf(beginnings, begun), Arrays.copyOf(endings, begun), done, loads);
    }
}
