package zhangfa.mining.time;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A union of spans of time, added in the order of their beginnings; all in microseconds. */
public final class Spans {

    private long[] froms = new long[8];
    private long[] tos = new long[8];
    private long[] before = new long[9];
    private int size;

    /** The union of intervals, which may come in any order and overlap. */
    static Spans of(List<WorkingTime.Interval> intervals) {
        var spans = new Spans();
        intervals.stream()
                .sorted(Comparator.comparingLong(WorkingTime.Interval::from))
                .forEach(interval -> spans.add(interval.from(), interval.to()));
        return spans;
    }

    /** Adds a span; one that is empty adds nothing. */
    public void add(long from, long to) {
        if (to <= from) {
            return;
        }
        if (size > 0 && from <= tos[size - 1]) {
            tos[size - 1] = Math.max(tos[size - 1], to);
        } else {
            if (size == froms.length) {
                froms = Arrays.copyOf(froms, size * 2);
                tos = Arrays.copyOf(tos, size * 2);
                before = Arrays.copyOf(before, size * 2 + 1);
            }
            froms[size] = from;
            tos[size++] = to;
        }
        before[size] = before[size - 1] + tos[size - 1] - froms[size - 1];
    }

    /** How long all of them are together. */
    public long total() {
        return before[size];
    }

    /** How much of the union is working time. */
    public long worked(WorkingTime calendar) {
        var worked = 0L;
        for (var i = 0; i < size; i++) {
            worked += calendar.between(froms[i], tos[i]);
        }
        return worked;
    }

    /** How much of a span the union covers. */
    public long within(long from, long to) {
        return until(to) - until(from);
    }

    /** How much of the union lies before a moment. */
    long until(long moment) {
        var index = last(moment);
        return index < 0 ? 0 : before[index] + Math.min(moment, tos[index]) - froms[index];
    }

    /** The first moment before which so much of the union lies; {@link Shifts#NEVER} where it is not that long. */
    long after(long work) {
        if (work > total()) {
            return Shifts.NEVER;
        }
        var found = Arrays.binarySearch(before, 0, size + 1, work);
        var index = Math.max(0, found >= 0 ? found - 1 : -found - 2);
        return froms[index] + work - before[index];
    }

    /** The first moment from this one on that lies in the union, or {@link Shifts#NEVER}. */
    long next(long moment) {
        var index = last(moment);
        if (index >= 0 && moment < tos[index]) {
            return moment;
        }
        return index + 1 < size ? froms[index + 1] : Shifts.NEVER;
    }

    /** The last span that begins no later than a moment, or -1. */
    private int last(long moment) {
        var found = Arrays.binarySearch(froms, 0, size, moment);
        return found >= 0 ? found : -found - 2;
    }
}
