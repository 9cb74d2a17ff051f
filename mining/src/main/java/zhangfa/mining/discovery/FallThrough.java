package zhangfa.mining.discovery;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import zhangfa.mining.tree.Operator;

/**
 * What is said of a log in which no cut holds (Leemans 2017, chapter 6.1.4), the most telling first: an activity beside
 * all others, a loop of whole cases, and at last any order of anything.
 */
record FallThrough(Operator operator, List<SubLog> parts) {

    /** @param look done now and then; what it throws ends the search */
    static FallThrough of(SubLog log, Follows follows, int activities, Runnable look) {
        var beside = onceInEveryCase(log, follows);
        if (beside < 0) {
            beside = activityWhoseAbsenceLeavesACut(log, follows, activities, look);
        }
        if (beside >= 0) {
            return beside(log, beside);
        }
        var whole = new SubLog();
        split(log, whole, (before, event) -> follows.isStartOfLog(event) && follows.isEndOfLog(before));
        if (whole.cases() == log.cases()) {
            whole = new SubLog();
            split(log, whole, (before, event) -> follows.isStartOfLog(event));
        }
        return new FallThrough(
                Operator.LOOP, List.of(whole.cases() > log.cases() ? whole : anyActivity(follows), new SubLog()));
    }

    private static int onceInEveryCase(SubLog log, Follows follows) {
        var candidates = new BitSet();
        for (var i = 0; i < follows.size(); i++) {
            candidates.set(follows.activity(i));
        }
        log.forEach((events, count) -> {
            var once = new BitSet();
            var often = new BitSet();
            for (var event : events) {
                (once.get(event) ? often : once).set(event);
            }
            once.andNot(often);
            candidates.and(once);
        });
        return candidates.nextSetBit(0);
    }

    private static int activityWhoseAbsenceLeavesACut(SubLog log, Follows follows, int activities, Runnable look) {
        for (var i = 0; i < follows.size(); i++) {
            look.run();
            var candidate = follows.activity(i);
            if (Cut.of(Follows.of(log, activities, candidate), activities) != null) {
                return candidate;
            }
        }
        return -1;
    }

    private static FallThrough beside(SubLog log, int activity) {
        var alone = new SubLog();
        var others = new SubLog();
        log.forEach((events, count) -> {
            alone.add(filtered(events, event -> event == activity), count);
            others.add(filtered(events, event -> event != activity), count);
        });
        return new FallThrough(Operator.PARALLEL, List.of(alone, others));
    }

    private static int[] filtered(int[] events, IntPredicate kept) {
        return Arrays.stream(events).filter(kept).toArray();
    }

    private interface Border {
        boolean lies(int before, int event);
    }

    private static void split(SubLog log, SubLog pieces, Border border) {
        log.forEach((events, count) -> {
            var from = 0;
            for (var i = 1; i < events.length; i++) {
                if (border.lies(events[i - 1], events[i])) {
                    pieces.add(Arrays.copyOfRange(events, from, i), count);
                    from = i;
                }
            }
            pieces.add(Arrays.copyOfRange(events, from, events.length), count);
        });
    }

    private static SubLog anyActivity(Follows follows) {
        var each = new SubLog();
        for (var i = 0; i < follows.size(); i++) {
            each.add(new int[] {follows.activity(i)}, 1);
        }
        return each;
    }
}
