package zhangfa.mining.log;

import static zhangfa.mining.log.EventLog.NO_TIME;

import java.util.Arrays;

/** The offsets with which times were written, kept only once a second one appears. */
final class Offsets {

    private static final int UNIT = 15;
    private static final long MICROS = UNIT * 60_000_000L;

    private int lowest = Integer.MAX_VALUE;
    private int highest = Integer.MIN_VALUE;
    private boolean odd;
    private byte[] ofStart = new byte[0];
    private byte[] ofEnd = new byte[0];

    /** Said of every event that has a time, in the order of events. */
    void set(int event, int startMinutes, int endMinutes) {
        odd |= startMinutes % UNIT != 0 || endMinutes % UNIT != 0;
        var start = startMinutes / UNIT;
        var end = endMinutes / UNIT;
        if (ofEnd.length == 0 && start == end && (start == highest || highest == Integer.MIN_VALUE)) {
            lowest = end;
            highest = end;
            return;
        }
        if (event >= ofEnd.length) {
            widen(event);
        }
        ofStart[event] = (byte) start;
        ofEnd[event] = (byte) end;
        lowest = Math.min(lowest, Math.min(start, end));
        highest = Math.max(highest, Math.max(start, end));
    }

    private void widen(int event) {
        var first = ofEnd.length == 0;
        ofStart = Arrays.copyOf(ofStart, Growth.enough(ofStart.length, event + 1));
        ofEnd = Arrays.copyOf(ofEnd, ofStart.length);
        if (first && highest != Integer.MIN_VALUE) {
            Arrays.fill(ofStart, 0, event, (byte) highest);
            Arrays.fill(ofEnd, 0, event, (byte) highest);
        }
    }

    /** Puts times on the wall clock of their place, at its lowest offset, if they are all of one place. */
    void toWall(int events, long[] starts, long[] ends) {
        if (odd || ofEnd.length == 0 || highest - lowest > 60 / UNIT) {
            return;
        }
        for (var i = 0; i < Math.min(events, ofEnd.length); i++) {
            if (ends[i] != NO_TIME) {
                ends[i] += (ofEnd[i] - lowest) * MICROS;
            }
            if (i < starts.length && starts[i] != NO_TIME) {
                starts[i] += (ofStart[i] - lowest) * MICROS;
            }
        }
    }
}
