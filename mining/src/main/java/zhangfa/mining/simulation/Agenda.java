package zhangfa.mining.simulation;

import java.util.Arrays;

/** What is to happen, by time; at one moment in the order in which it was planned (a binary heap). */
final class Agenda {

    private long[] times = new long[64];
    private long[] orders = new long[64];
    private Runnable[] acts = new Runnable[64];
    private int size;
    private long planned;
    private long now = Long.MIN_VALUE;

    /** The moment of what happens now. */
    long now() {
        return now;
    }

    void at(long time, Runnable act) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            orders = Arrays.copyOf(orders, size * 2);
            acts = Arrays.copyOf(acts, size * 2);
        }
        put(size, time, planned++, act);
        var child = size++;
        while (child > 0 && isBefore(child, (child - 1) / 2)) {
            swap(child, (child - 1) / 2);
            child = (child - 1) / 2;
        }
    }

    /** Lets everything happen that is planned, and what is planned by it, until nothing is left. */
    void play() {
        while (size > 0) {
            now = times[0];
            var act = acts[0];
            removeFirst();
            act.run();
        }
    }

    private void removeFirst() {
        size--;
        put(0, times[size], orders[size], acts[size]);
        var parent = 0;
        while (true) {
            var child = 2 * parent + 1;
            if (child + 1 < size && isBefore(child + 1, child)) {
                child++;
            }
            if (child >= size || !isBefore(child, parent)) {
                return;
            }
            swap(child, parent);
            parent = child;
        }
    }

    private boolean isBefore(int one, int other) {
        return times[one] != times[other] ? times[one] < times[other] : orders[one] < orders[other];
    }

    private void swap(int one, int other) {
        var time = times[one];
        var order = orders[one];
        var act = acts[one];
        put(one, times[other], orders[other], acts[other]);
        put(other, time, order, act);
    }

    private void put(int place, long time, long order, Runnable act) {
        times[place] = time;
        orders[place] = order;
        acts[place] = act;
    }
}
