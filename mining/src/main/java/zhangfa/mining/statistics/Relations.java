package zhangfa.mining.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import zhangfa.mining.log.EventLog;

/** Which activities happen in each case, and which of them after which other, at once or later; each relation once. */
final class Relations {

    private Relations() {}

    /** The first of a pair that says only that the second happens. */
    static final int BEGINNING = -1;

    /** By case, the numbers of its relations; what they are is added to the list. */
    static int[][] of(EventLog log, List<int[]> pairs) {
        var numbers = new HashMap<Long, Integer>();
        var variants = log.caseVariants();
        var sequences = variants.variants().sequences();
        var ofVariant = new int[sequences.length][];
        for (var i = 0; i < sequences.length; i++) {
            ofVariant[i] = relations(sequences[i], numbers, pairs);
        }
        var ofCase = new int[log.cases()][];
        for (var i = 0; i < ofCase.length; i++) {
            ofCase[i] = ofVariant[variants.variantOf()[i]];
        }
        return ofCase;
    }

    private static int[] relations(int[] sequence, Map<Long, Integer> numbers, List<int[]> pairs) {
        var found = new TreeSet<Integer>();
        var seen = new TreeSet<Integer>(List.of(BEGINNING));
        for (var to : sequence) {
            for (var from : seen) {
                found.add(numbers.computeIfAbsent(((long) from << 32) | to, key -> {
                    pairs.add(new int[] {from, to});
                    return pairs.size() - 1;
                }));
            }
            seen.add(to);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
