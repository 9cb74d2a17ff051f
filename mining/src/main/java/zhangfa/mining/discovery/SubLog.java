package zhangfa.mining.discovery;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A part of a log: distinct sequences of activities and how often each occurs. */
final class SubLog {

    private final Map<Trace, long[]> traces = new LinkedHashMap<>();
    private long cases;

    /** A sequence that is equal to another by what it shows. */
    @SuppressWarnings("ArrayRecordComponent") // compared by content below
    private record Trace(int[] events, int hash) {

        Trace(int[] events) {
            this(events, Arrays.hashCode(events));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Trace trace && hash == trace.hash && Arrays.equals(events, trace.events);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** Takes one sequence and how often it occurs. */
    interface Visitor {
        void visit(int[] events, long count);
    }

    void add(int[] events, long count) {
        traces.computeIfAbsent(new Trace(events), trace -> new long[1])[0] += count;
        cases += count;
    }

    void forEach(Visitor visitor) {
        traces.forEach((trace, count) -> visitor.visit(trace.events, count[0]));
    }

    /** How many distinct sequences there are. */
    int size() {
        return traces.size();
    }

    long cases() {
        return cases;
    }

    /** How many cases show nothing. */
    long emptyCases() {
        var count = traces.get(new Trace(new int[0]));
        return count == null ? 0 : count[0];
    }

    /** The longest sequence; 0 for a log without cases. */
    int longest() {
        return traces.keySet().stream()
                .mapToInt(trace -> trace.events.length)
                .max()
                .orElse(0);
    }

    SubLog withoutEmptyCases() {
        var rest = new SubLog();
        forEach((events, count) -> {
            if (events.length > 0) {
                rest.add(events, count);
            }
        });
        return rest;
    }
}
