package zhangfa.mining.command;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.bpmn.BpmnModel;
import zhangfa.mining.conformance.UnsoundNetException;
import zhangfa.mining.discovery.InductiveMiner;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.UnboundedNetException;
import zhangfa.mining.read.LogRefused;
import zhangfa.mining.read.Reading;
import zhangfa.mining.simulation.Arrivals;
import zhangfa.mining.simulation.EndlessCaseException;
import zhangfa.mining.simulation.Learning;
import zhangfa.mining.simulation.Scenario;
import zhangfa.mining.simulation.Simulated;
import zhangfa.mining.simulation.Simulation;
import zhangfa.mining.simulation.Work;
import zhangfa.mining.tree.TreeNet;

/** Learns from a log how a process goes and plays it out, as it is or changed. */
final class Simulate implements Verb {

    private static final int MOST_CASES = 10_000_000;
    private static final double NOISE = 0.2;

    @Override
    public String name() {
        return "simulate";
    }

    @Override
    public String usage() {
        return "LOG [MODEL.pnml|MODEL.bpmn|MODEL.ptml] [--cases N] [--seed N] [--out FILE.xes|.csv[.gz]] [--arrivals FACTOR] "
                + "[--duration ACTIVITY=FACTOR]… [--hire NAME]… "
                + LogArguments.USAGE;
    }

    @Override
    public void run(Arguments arguments, JsonGenerator answer) throws IOException, LogRefused, Misuse, Refusal {
        var options = new TreeSet<>(LogArguments.OPTIONS);
        options.addAll(Set.of("cases", "seed", "out", "arrivals", "duration", "hire"));
        arguments.only(options);
        var files = arguments.filesAtMost("LOG", "MODEL");
        var target = target(arguments);
        var log = LogArguments.read(files.getFirst(), arguments, Reading.USUAL.withoutAttributes());
        var net = files.size() == 1
                ? TreeNet.of(InductiveMiner.discover(log.variants(), NOISE, arguments.during("discovering")))
                : ModelArguments.net(files.get(1), BpmnModel::readAsDrawn);
        var cases = arguments.whole("cases", Math.max(1, log.cases()), 1, MOST_CASES);
        var seed = arguments.whole("seed", 1, Integer.MIN_VALUE, Integer.MAX_VALUE);
        var simulated = simulated(log, net, arguments, cases, seed);
        if (target != null) {
            target.write(simulated.log(), arguments.during("writing"));
        }
        write(log, simulated, answer);
    }

    private static @Nullable NewFile target(Arguments arguments) throws Misuse, Refusal {
        var named = arguments.option("out");
        if (named.isEmpty()) {
            return null;
        }
        var target = NewFile.of(named.get());
        if (target.form().isObjectCentric()) {
            throw new Misuse("A log of cases is written as .xes or .csv, not as " + target.path());
        }
        return target;
    }

    private static Simulated simulated(EventLog log, PetriNet net, Arguments arguments, int cases, int seed)
            throws Misuse, Refusal {
        try {
            var learnt = Learning.scenario(log, net, zone(arguments), arguments.during("learning"));
            return Simulation.run(changed(learnt, arguments), cases, seed, arguments.during("simulating"));
        } catch (UnboundedNetException | UnsoundNetException | EndlessCaseException e) {
            throw new Refusal("This model cannot be played: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private static ZoneId zone(Arguments arguments) throws Misuse {
        return LogArguments.zone(arguments.option("zone").orElse("UTC"));
    }

    private static Scenario changed(Scenario learnt, Arguments arguments) throws Misuse, Refusal {
        var changed = learnt;
        for (var name : arguments.all("hire")) {
            changed = changed.withOneMoreLike(
                    name, name + " +" + (changed.people().size() + 1));
        }
        for (var duration : arguments.all("duration")) {
            var equals = duration.lastIndexOf('=');
            if (equals < 0) {
                throw new Misuse("--duration is ACTIVITY=FACTOR, not " + duration);
            }
            var activity = duration.substring(0, equals);
            var work = changed.works().get(activity);
            if (work == null) {
                throw new Refusal("The log knows no duration of " + activity);
            }
            var factor = Arguments.factor("duration", duration.substring(equals + 1));
            changed = changed.withWork(activity, new Work(work.duration().times(factor), work.people()));
        }
        var arrivals = changed.arrivals();
        var factor = Arguments.factor("arrivals", arguments.option("arrivals").orElse("1"));
        return changed.withArrivals(
                new Arrivals(arrivals.from(), arrivals.between().times(1 / factor), arrivals.shifts()));
    }

    private static void write(EventLog log, Simulated simulated, JsonGenerator answer) {
        var times = simulated.cycleTimes(0);
        answer.writeStartObject();
        answer.writeNumberProperty("cases", simulated.beginnings().length);
        answer.writeNumberProperty("complete", simulated.complete());
        answer.writeNumberProperty("events", simulated.log().events());
        answer.writeNumberProperty("mean_cycle_seconds", times.meanSeconds());
        answer.writeNumberProperty("median_cycle_seconds", times.medianSeconds());
        var seen = Learning.cycleTimes(log);
        answer.writeNumberProperty("mean_cycle_seconds_of_the_log", seen.meanSeconds());
        answer.writeNumberProperty("median_cycle_seconds_of_the_log", seen.medianSeconds());
        activities(simulated.activities(), answer);
        people(simulated.people(), answer);
        answer.writeEndObject();
    }

    private static void activities(Map<String, Simulated.Done> activities, JsonGenerator answer) {
        answer.writeObjectPropertyStart("activities");
        activities.forEach((name, done) -> {
            answer.writeObjectPropertyStart(name);
            answer.writeNumberProperty("times", done.times());
            answer.writeNumberProperty("mean_wait_seconds", done.meanWaitSeconds());
            answer.writeNumberProperty("mean_work_seconds", done.meanWorkSeconds());
            answer.writeEndObject();
        });
        answer.writeEndObject();
    }

    private static void people(Map<String, Simulated.Load> people, JsonGenerator answer) {
        answer.writeObjectPropertyStart("people");
        people.forEach((name, load) -> {
            answer.writeObjectPropertyStart(name);
            answer.writeNumberProperty("worked_seconds", load.worked() / 1e6);
            answer.writeNumberProperty("on_duty_seconds", load.onDuty() / 1e6);
            answer.writeNumberProperty("utilisation", load.utilisation());
            answer.writeEndObject();
        });
        answer.writeEndObject();
    }
}
