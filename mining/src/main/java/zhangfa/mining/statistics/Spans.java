package zhangfa.mining.statistics;

import java.util.Arrays;

/** A union of spans of time, added in the order of their beginnings. */
final class Spans {

    private long[] froms = new long[8];
    private long[] tos = new long[8];
    private long[] before = new long[9];
    private int size;

    void add(long from, long to) {
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

    long total() {
        return before[size];
    }

    /** How much of the union is working time. */
    long worked(WorkingTime calendar) {
        var worked = 0L;
        for (var i = 0; i < size; i++) {
            worked += calendar.between(froms[i], tos[i]);
        }
        return worked;
    }

    /** How much of a span the union covers. */
    long within(long from, long to) {
        return until(to) - until(from);
    }

    private long until(long moment) {
        var found = Arrays.binarySearch(froms, 0, size, moment);
        var index = found >= 0 ? found : -found - 2;
        return index < 0 ? 0 : before[index] + Math.min(moment, tos[index]) - froms[index];
    }
}
