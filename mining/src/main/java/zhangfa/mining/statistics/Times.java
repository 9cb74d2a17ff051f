package zhangfa.mining.statistics;

import java.util.Arrays;

/** Durations being gathered. */
final class Times {

    private long[] times = new long[8];
    private int size;

    void add(long time) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
        }
        times[size++] = time;
    }

    long[] exact() {
        return Arrays.copyOf(times, size);
    }
}
