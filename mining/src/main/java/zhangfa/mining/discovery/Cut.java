package zhangfa.mining.discovery;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.mining.tree.Operator;

/**
 * A division of the activities of a log into groups that relate by one operator (Leemans 2017, chapter 6.1).
 *
 * @param size how many groups there are
 * @param groupOf the group of each activity of the whole log; -1 for one that is left out
 */
@SuppressWarnings("ArrayRecordComponent") // asked once for every event
record Cut(Operator operator, int size, int[] groupOf) {

    /** The first cut that holds: exclusive choice, strict sequence, concurrency, loop. */
    static @Nullable Cut of(Follows follows, int activities) {
        if (follows.size() < 2) {
            return null;
        }
        var choice = ChoiceCut.groups(follows);
        if (choice.size() > 1) {
            return of(Operator.CHOICE, choice, follows, activities);
        }
        var sequence = SequenceCut.groups(follows);
        if (sequence.size() > 1) {
            return of(Operator.SEQUENCE, sequence, follows, activities);
        }
        var parallel = ParallelCut.groups(follows);
        if (parallel.size() > 1) {
            return of(Operator.PARALLEL, parallel, follows, activities);
        }
        var loop = LoopCut.groups(follows);
        return loop.size() > 1 ? of(Operator.LOOP, loop, follows, activities) : null;
    }

    private static Cut of(Operator operator, List<BitSet> groups, Follows follows, int activities) {
        var groupOf = new int[activities];
        Arrays.fill(groupOf, -1);
        for (var group = 0; group < groups.size(); group++) {
            var number = group;
            groups.get(group).stream().forEach(position -> groupOf[follows.activity(position)] = number);
        }
        return new Cut(operator, groups.size(), groupOf);
    }
}
