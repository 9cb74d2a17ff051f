package zhangfa.mining.discovery;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Groups between which every activity follows every other, and with each of which a case can begin and end. */
final class ParallelCut {

    private ParallelCut() {}

    static List<BitSet> groups(Follows follows) {
        var joined = new Groups(follows.size());
        for (var one = 0; one < follows.size(); one++) {
            for (var other = one + 1; other < follows.size(); other++) {
                if (!follows.has(one, other) || !follows.has(other, one)) {
                    joined.join(one, other);
                }
            }
        }
        var groups = new ArrayList<>(joined.list());
        groups.sort(Comparator.comparingInt(BitSet::cardinality));
        for (var i = 0; i < groups.size() && groups.size() > 1; ) {
            var group = groups.get(i);
            if (group.stream().anyMatch(follows::isStart) && group.stream().anyMatch(follows::isEnd)) {
                i++;
            } else {
                groups.remove(i);
                groups.get(Math.max(0, i - 1)).or(group);
            }
        }
        return groups;
    }
}
