package zhangfa.mining.rule;

import static zhangfa.mining.log.EventLog.NOBODY;
import static zhangfa.mining.log.EventLog.NO_TIME;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.time.WorkingTime;

/**
 * Something that must hold in every case (Declare: Pesic, Schonenberg, van der Aalst 2007, with time and people).
 * Activities and resources are named as in the log; one that the log does not have never happens.
 */
public sealed interface Rule {

    /** Tells {@code found} every event of one case that breaks the rule; {@link Breach#NOTHING} for what is missing. */
    void check(EventLog log, int caseNumber, IntConsumer found);

    /** Every place in a log where the rule is broken, by case and then by event. */
    default List<Breach> breaches(EventLog log) {
        var breaches = new ArrayList<Breach>();
        for (var number = 0; number < log.cases(); number++) {
            var one = number;
            check(log, number, event -> breaches.add(new Breach(one, event)));
        }
        return List.copyOf(breaches);
    }

    /**
     * An activity happens at least and at most so often in a case; each time too many is a breach, and all times that
     * are lacking are one.
     */
    record Exists(String activity, int atLeast, int atMost) implements Rule {

        public Exists {
            if (atLeast < 0 || atMost < atLeast) {
                throw new IllegalArgumentException("At least %d and at most %d".formatted(atLeast, atMost));
            }
        }

        @Override
        public void check(EventLog log, int caseNumber, IntConsumer found) {
            var wanted = log.activities().indexOf(activity);
            var times = 0;
            for (var event = log.first(caseNumber); event < log.last(caseNumber); event++) {
                if (log.activity(event) == wanted && ++times > atMost) {
                    found.accept(event);
                }
            }
            if (times < atLeast) {
                found.accept(Breach.NOTHING);
            }
        }
    }

    /** Nothing happens before what must come first has happened in the same case. */
    record Precedes(String first, String then) implements Rule {

        @Override
        public void check(EventLog log, int caseNumber, IntConsumer found) {
            var opening = log.activities().indexOf(first);
            var following = log.activities().indexOf(then);
            var open = false;
            for (var event = log.first(caseNumber); event < log.last(caseNumber); event++) {
                if (!open && log.activity(event) == following) {
                    found.accept(event);
                }
                open |= log.activity(event) == opening;
            }
        }
    }

    /**
     * Each time one activity is complete, another is completed later in the case and within so much working time. The
     * breach is the event that was not answered in time. Where one of the two has no time, only their order is judged.
     */
    record Responds(String asked, String answer, Duration within, WorkingTime calendar) implements Rule {

        @Override
        public void check(EventLog log, int caseNumber, IntConsumer found) {
            var asking = log.activities().indexOf(asked);
            var answering = log.activities().indexOf(answer);
            var answered = nextAnswers(log, caseNumber, answering);
            for (var event = log.first(caseNumber); event < log.last(caseNumber); event++) {
                if (log.activity(event) == asking && isLate(log, event, answered[event - log.first(caseNumber)])) {
                    found.accept(event);
                }
            }
        }

        private boolean isLate(EventLog log, int event, int next) {
            if (next == Breach.NOTHING) {
                return true;
            }
            var from = log.end(event);
            var to = log.end(next);
            return from != NO_TIME && to != NO_TIME && calendar.between(from, to) > within.toNanos() / 1000;
        }

        /** The first answer behind each event. */
        private static int[] nextAnswers(EventLog log, int caseNumber, int answering) {
            var first = log.first(caseNumber);
            var next = new int[log.last(caseNumber) - first];
            var answer = Breach.NOTHING;
            for (var i = next.length - 1; i >= 0; i--) {
                next[i] = answer;
                answer = log.activity(first + i) == answering ? first + i : answer;
            }
            return next;
        }
    }

    /** Two activities do not both happen in one case; what happens after the other is the breach. */
    record Excludes(String one, String other) implements Rule {

        @Override
        public void check(EventLog log, int caseNumber, IntConsumer found) {
            var first = log.activities().indexOf(one);
            var second = log.activities().indexOf(other);
            var seen = Breach.NOTHING;
            for (var event = log.first(caseNumber); event < log.last(caseNumber); event++) {
                var activity = log.activity(event);
                if (activity == first || activity == second) {
                    if (seen != Breach.NOTHING && activity != seen) {
                        found.accept(event);
                    }
                    seen = seen == Breach.NOTHING ? activity : seen;
                }
            }
        }
    }

    /** Four eyes: nobody does both in one case. An event of which nobody is known breaks nothing. */
    record FourEyes(String one, String other) implements Rule {

        @Override
        public void check(EventLog log, int caseNumber, IntConsumer found) {
            var first = log.activities().indexOf(one);
            var second = log.activities().indexOf(other);
            var didOne = new HashSet<Integer>();
            var didOther = new HashSet<Integer>();
            for (var event = log.first(caseNumber); event < log.last(caseNumber); event++) {
                int who = log.resource(event);
                var isOne = log.activity(event) == first;
                if (who != NOBODY && (isOne || log.activity(event) == second)) {
                    (isOne ? didOne : didOther).add(who);
                    if ((isOne ? didOther : didOne).contains(who)) {
                        found.accept(event);
                    }
                }
            }
        }
    }

    /** Only these people do an activity; an event of which nobody is known breaks the rule. */
    record DoneBy(String activity, Set<String> resources) implements Rule {

        public DoneBy {
            resources = Set.copyOf(resources);
        }

        @Override
        public void check(EventLog log, int caseNumber, IntConsumer found) {
            var wanted = log.activities().indexOf(activity);
            for (var event = log.first(caseNumber); event < log.last(caseNumber); event++) {
                if (log.activity(event) == wanted && !isAllowed(log, log.resource(event))) {
                    found.accept(event);
                }
            }
        }

        private boolean isAllowed(EventLog log, int who) {
            return who != NOBODY && resources.contains(log.resources().get(who));
        }
    }
}
