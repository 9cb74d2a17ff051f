package zhangfa.mining.discovery;

import java.util.BitSet;
import java.util.List;

/** Groups of activities between which no edge leads. */
final class ChoiceCut {

    private ChoiceCut() {}

    static List<BitSet> groups(Follows follows) {
        var groups = new Groups(follows.size());
        for (var from = 0; from < follows.size(); from++) {
            for (var to = 0; to < follows.size(); to++) {
                if (follows.has(from, to)) {
                    groups.join(from, to);
                }
            }
        }
        return groups.list();
    }
}
