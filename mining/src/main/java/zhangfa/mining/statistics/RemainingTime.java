package zhangfa.mining.statistics;

import static zhangfa.mining.log.EventLog.NO_TIME;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhangfa.mining.log.EventLog;

/**
 * How long a running case will still take, learnt from cases that ended: the median of what remained in cases that had just done the same last activities, or
 * fewer of them where fewer than ten had (an annotated transition system: van der Aalst, Schonenberg and Song, <i>Time Prediction Based on Process Mining</i>, 2011).
 */
public final class RemainingTime {

    private static final int LONGEST = 5;
    private static final int ENOUGH = 10;

    private final Map<List<String>, Double> medians;

    private RemainingTime(Map<List<String>, Double> medians) {
        this.medians = medians;
    }

    /** Learns from all cases of a log, which must have ended. */
    public static RemainingTime learn(EventLog log) {
        var remaining = new HashMap<List<String>, Times>();
        for (var i = 0; i < log.cases(); i++) {
            var names = names(log, i);
            for (var at = 1; at <= names.size(); at++) {
                var event = log.first(i) + at - 1;
                var end = log.end(log.last(i) - 1);
                if (end == NO_TIME || log.end(event) == NO_TIME) {
                    continue;
                }
                for (var length = 0; length <= Math.min(LONGEST, at); length++) {
                    var state = List.copyOf(names.subList(at - length, at));
                    remaining.computeIfAbsent(state, key -> new Times()).add(end - log.end(event));
                }
            }
        }
        var medians = new HashMap<List<String>, Double>();
        remaining.forEach((state, times) -> {
            var durations = Durations.of(times.exact());
            if (durations.count() >= ENOUGH || state.isEmpty()) {
                medians.put(state, durations.median());
            }
        });
        return new RemainingTime(medians);
    }

    /** The microseconds that a case will still take after these activities, in their order. */
    public double after(List<String> activities) {
        for (var length = Math.min(LONGEST, activities.size()); length > 0; length--) {
            var median = medians.get(activities.subList(activities.size() - length, activities.size()));
            if (median != null) {
                return median;
            }
        }
        return medians.getOrDefault(List.<String>of(), 0.0);
    }

    /**
     * How wrong predictions are, in microseconds, on cases that they were not learnt from.
     *
     * @param meanError mean absolute error over all events of the cases that were held out but their last
     * @param withoutActivities the same for whoever predicts the median of all events, whatever a case has done
     * @param predictions how many
     */
    public record Evaluation(double meanError, double withoutActivities, int predictions) {}

    /**
     * Learns from the earlier part of the cases, by their beginning, and predicts the later ones: the future is never known. Cases that were still running
     * when the later ones began are not learnt from.
     *
     * @param share of cases that belong to the earlier part, between 0 and 1
     */
    public static Evaluation evaluate(EventLog log, double share) {
        var sorted = log.byBeginning();
        var split = (int) (sorted.cases() * share);
        if (split == 0 || split == sorted.cases()) {
            throw new IllegalArgumentException(
                    "Nothing to learn from, or nothing to predict: " + share + " of " + sorted.cases() + " cases");
        }
        var begin = sorted.beginning(split);
        var model = learn(sorted.withCases(number -> number < split && ended(sorted, number, begin)));
        var overall = model.after(List.of());
        var errors = new ArrayList<double[]>();
        for (var i = split; i < sorted.cases(); i++) {
            errors(sorted, i, model, overall, errors);
        }
        return new Evaluation(mean(errors, 0), mean(errors, 1), errors.size());
    }

    private static boolean ended(EventLog log, int caseNumber, long by) {
        return log.first(caseNumber) < log.last(caseNumber) && log.end(log.last(caseNumber) - 1) <= by;
    }

    private static void errors(EventLog log, int caseNumber, RemainingTime model, double overall, List<double[]> into) {
        var names = names(log, caseNumber);
        for (var at = 1; at < names.size(); at++) {
            var now = log.end(log.first(caseNumber) + at - 1);
            var end = log.end(log.last(caseNumber) - 1);
            if (now != NO_TIME && end != NO_TIME) {
                var remaining = end - now;
                var predicted = model.after(names.subList(0, at));
                into.add(new double[] {Math.abs(predicted - remaining), Math.abs(overall - remaining)});
            }
        }
    }

    private static double mean(List<double[]> errors, int column) {
        return errors.stream().mapToDouble(error -> error[column]).average().orElse(0);
    }

    private static List<String> names(EventLog log, int caseNumber) {
        var names = new ArrayList<String>();
        for (var event = log.first(caseNumber); event < log.last(caseNumber); event++) {
            names.add(log.activities().get(log.activity(event)));
        }
        return names;
    }
}
