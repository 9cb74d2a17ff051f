package zhangfa.mining.discovery;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Divides a log along a cut into one log for each group (Leemans 2017, chapter 6.1.3 and, with noise, 6.4.3). */
final class Splitting {

    private final Cut cut;
    private final List<SubLog> parts;
    private int[] buffer = {};

    private Splitting(Cut cut) {
        this.cut = cut;
        this.parts = Stream.generate(SubLog::new).limit(cut.size()).toList();
    }

    static List<SubLog> split(SubLog log, Cut cut) {
        var splitting = new Splitting(cut);
        splitting.buffer = new int[log.longest()];
        log.forEach(
                switch (cut.operator()) {
                    case CHOICE -> splitting::choose;
                    case SEQUENCE -> splitting::divide;
                    case PARALLEL -> splitting::project;
                    case LOOP -> splitting::unroll;
                    case INCLUSIVE -> throw new IllegalArgumentException("There is no such cut");
                });
        return splitting.parts;
    }

    /** The case belongs to the group of most of its events. */
    private void choose(int[] events, long count) {
        var votes = new int[cut.size()];
        for (var event : events) {
            if (cut.groupOf()[event] >= 0) {
                votes[cut.groupOf()[event]]++;
            }
        }
        var winner = 0;
        for (var group = 1; group < votes.length; group++) {
            winner = votes[group] >= votes[winner] ? group : winner;
        }
        keep(events, 0, events.length, winner, count);
    }

    private void project(int[] events, long count) {
        for (var group = 0; group < cut.size(); group++) {
            keep(events, 0, events.length, group, count);
        }
    }

    /** Each group gets the piece of the case for which the fewest events stand on the wrong side. */
    private void divide(int[] events, long count) {
        var from = 0;
        for (var group = 0; group < cut.size(); group++) {
            var to = from;
            var least = 0;
            var cost = 0;
            for (var i = from; i < events.length; i++) {
                var actual = cut.groupOf()[events[i]];
                if (actual == group) {
                    cost--;
                } else if (actual < 0 || actual > group) {
                    cost++;
                }
                if (cost < least) {
                    least = cost;
                    to = i + 1;
                }
            }
            keep(events, from, to, group, count);
            from = to;
        }
    }

    private void unroll(int[] events, long count) {
        var from = 0;
        var inBody = true;
        for (var i = 0; i < events.length; i++) {
            var group = cut.groupOf()[events[i]];
            if (group >= 0 && (group == 0) != inBody) {
                if (inBody && hasBody(events, from, i)) {
                    keep(events, from, i, 0, count);
                } else if (!inBody) {
                    keep(events, from, i, way(events, from, i), count);
                }
                from = i;
                inBody = !inBody;
            }
        }
        if (!inBody) {
            keep(events, from, events.length, way(events, from, events.length), count);
            from = events.length;
        }
        keep(events, from, events.length, 0, count);
    }

    private boolean hasBody(int[] events, int from, int to) {
        return Arrays.stream(events, from, to).anyMatch(event -> cut.groupOf()[event] == 0);
    }

    /** The way back to which most of the distinct activities of a piece belong. */
    private int way(int[] events, int from, int to) {
        var votes = new int[cut.size()];
        Arrays.stream(events, from, to)
                .distinct()
                .map(event -> cut.groupOf()[event])
                .filter(group -> group > 0)
                .forEach(group -> votes[group]++);
        var winner = 1;
        for (var group = 2; group < votes.length; group++) {
            winner = votes[group] >= votes[winner] ? group : winner;
        }
        return winner;
    }

    /** Gives a group the events of a piece that belong to it. */
    private void keep(int[] events, int from, int to, int group, long count) {
        var size = 0;
        for (var i = from; i < to; i++) {
            if (cut.groupOf()[events[i]] == group) {
                buffer[size++] = events[i];
            }
        }
        parts.get(group).add(Arrays.copyOf(buffer, size), count);
    }
}
