package zhangfa.mining.discovery;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Divides positions into groups by joining those that belong together. */
final class Groups {

    private final int[] above;

    Groups(int size) {
        this.above = IntStream.range(0, size).toArray();
    }

    /** Joins the groups of two positions; the group keeps its lower number. */
    void join(int one, int other) {
        var first = find(one);
        var second = find(other);
        above[Math.max(first, second)] = Math.min(first, second);
    }

    boolean areJoined(int one, int other) {
        return find(one) == find(other);
    }

    private int find(int position) {
        var top = position;
        while (above[top] != top) {
            above[top] = above[above[top]];
            top = above[top];
        }
        return top;
    }

    /** The groups in the order of their lowest members. */
    List<BitSet> list() {
        var groups = new ArrayList<BitSet>();
        var numbers = new int[above.length];
        for (var position = 0; position < above.length; position++) {
            var top = find(position);
            if (top == position) {
                numbers[top] = groups.size();
                groups.add(new BitSet());
            }
            groups.get(numbers[top]).set(position);
        }
        return groups;
    }
}
