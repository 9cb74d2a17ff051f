package zhangfa.mining.discovery;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** What is done between the first and last activities, and groups that only lead from its ends back to its beginnings. */
final class LoopCut {

    private final Follows follows;
    private final Groups groups;
    private final int[] starts;
    private final int[] ends;

    private LoopCut(Follows follows) {
        this.follows = follows;
        this.groups = new Groups(follows.size());
        this.starts = all().filter(follows::isStart).toArray();
        this.ends = all().filter(follows::isEnd).toArray();
    }

    /** The body first. */
    static List<BitSet> groups(Follows follows) {
        var cut = new LoopCut(follows);
        if (follows.hasNoEdge() || cut.starts.length == 0) {
            return List.of();
        }
        var body = cut.starts[0];
        IntStream.concat(IntStream.of(cut.starts), IntStream.of(cut.ends))
                .forEach(position -> cut.groups.join(body, position));
        cut.joinComponents();
        cut.joinWhatFollowsOnlyStarts(body);
        cut.joinWhatDoesNotLeadBackEverywhere(body);
        var found = new ArrayList<>(cut.groups.list());
        var first = IntStream.range(0, found.size())
                .filter(group -> found.get(group).get(body))
                .findFirst()
                .orElseThrow();
        found.addFirst(found.remove(first));
        return found;
    }

    private IntStream all() {
        return IntStream.range(0, follows.size());
    }

    private boolean isBorder(int position) {
        return follows.isStart(position) || follows.isEnd(position);
    }

    private void joinComponents() {
        for (var from = 0; from < follows.size(); from++) {
            for (var to = 0; to < follows.size(); to++) {
                if (follows.has(from, to) && !isBorder(from) && !isBorder(to)) {
                    groups.join(from, to);
                }
            }
        }
    }

    /** What follows a start that is no end, or leads to an end that is no start, lies within the body. */
    private void joinWhatFollowsOnlyStarts(int body) {
        for (var from = 0; from < follows.size(); from++) {
            for (var to = 0; to < follows.size(); to++) {
                if (follows.has(from, to)) {
                    if (follows.isStart(from) && !follows.isEnd(from)) {
                        groups.join(body, to);
                    }
                    if (follows.isEnd(to) && !follows.isStart(to)) {
                        groups.join(body, from);
                    }
                }
            }
        }
    }

    /** What leads back to one start leads to all, and what follows one end follows all; or it lies within the body. */
    private void joinWhatDoesNotLeadBackEverywhere(int body) {
        for (var position = 0; position < follows.size(); position++) {
            if (groups.areJoined(body, position)) {
                continue;
            }
            var back = position;
            var toStarts = IntStream.of(starts)
                    .filter(start -> follows.has(back, start))
                    .count();
            var fromEnds =
                    IntStream.of(ends).filter(end -> follows.has(end, back)).count();
            if ((toStarts > 0 && toStarts < starts.length) || (fromEnds > 0 && fromEnds < ends.length)) {
                groups.join(body, back);
            }
        }
    }
}
