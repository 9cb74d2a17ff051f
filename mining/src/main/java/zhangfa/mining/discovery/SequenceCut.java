package zhangfa.mining.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Groups of which each leads to the next and never back. Neighbours that can only be skipped together are one group, so
 * that the sequence does not allow to skip them one by one (strict sequence, Leemans 2017, page 233).
 */
final class SequenceCut {

    private final Follows follows;
    private final List<BitSet> groups;

    private SequenceCut(Follows follows, List<BitSet> groups) {
        this.follows = follows;
        this.groups = groups;
    }

    static List<BitSet> groups(Follows follows) {
        var reached = follows.reached();
        var joined = new Groups(follows.size());
        for (var one = 0; one < follows.size(); one++) {
            for (var other = one + 1; other < follows.size(); other++) {
                if (reached[one].get(other) == reached[other].get(one)) {
                    joined.join(one, other);
                }
            }
        }
        var groups = new ArrayList<>(joined.list());
        groups.sort(Comparator.comparingInt(group -> place(group.nextSetBit(0), reached)));
        return groups.size() > 1 ? new SequenceCut(follows, groups).strict() : groups;
    }

    /** Grows along the sequence: what leads here minus what is reached from here. */
    private static int place(int position, BitSet[] reached) {
        var before =
                (int) Arrays.stream(reached).filter(row -> row.get(position)).count();
        return before - reached[position].cardinality();
    }

    private List<BitSet> strict() {
        var size = groups.size();
        var groupOf = new int[follows.size()];
        for (var group = 0; group < size; group++) {
            var number = group;
            groups.get(group).stream().forEach(position -> groupOf[position] = number);
        }
        var firstBefore = new int[size];
        var lastAfter = new int[size];
        for (var group = 0; group < size; group++) {
            firstBefore[group] = groups.get(group).stream().anyMatch(follows::isStart) ? -1 : Integer.MAX_VALUE;
            lastAfter[group] = groups.get(group).stream().anyMatch(follows::isEnd) ? Integer.MAX_VALUE : -1;
        }
        for (var from = 0; from < follows.size(); from++) {
            for (var to = 0; to < follows.size(); to++) {
                if (follows.has(from, to)) {
                    firstBefore[groupOf[to]] = Math.min(firstBefore[groupOf[to]], groupOf[from]);
                    lastAfter[groupOf[from]] = Math.max(lastAfter[groupOf[from]], groupOf[to]);
                }
            }
        }
        for (var group = 0; group < size; group++) {
            if (canBeSkipped(group)) {
                for (var before = group - 1; before >= 0 && lastAfter[before] <= group; before--) {
                    absorb(group, before);
                }
                for (var after = group + 1; after < size && firstBefore[after] >= group; after++) {
                    absorb(group, after);
                }
            }
        }
        return groups.stream().filter(group -> !group.isEmpty()).toList();
    }

    private void absorb(int group, int other) {
        groups.get(group).or(groups.get(other));
        groups.set(other, new BitSet());
    }

    /** Whether a case can pass from before a group to after it, begin after it or end before it. */
    private boolean canBeSkipped(int group) {
        var before = new BitSet();
        var after = new BitSet();
        groups.subList(0, group).forEach(before::or);
        groups.subList(group + 1, groups.size()).forEach(after::or);
        return before.stream().anyMatch(from -> after.stream().anyMatch(to -> follows.has(from, to)))
                || after.stream().anyMatch(follows::isStart)
                || before.stream().anyMatch(follows::isEnd);
    }
}
