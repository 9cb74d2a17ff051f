package zhangfa.mining.log;

import java.util.Arrays;
import java.util.List;

/**
 * The distinct sequences of activities of a log. What is computed once per variant holds for every case that took it.
 *
 * @param activities the names; sequences refer to them by position
 * @param sequences one row per variant, most frequent first; equal counts in the order in which the log first took them
 * @param counts how many cases took each variant
 */
@SuppressWarnings("ArrayRecordComponent") // lists of boxed numbers would cost ten times the memory
public record Variants(List<String> activities, int[][] sequences, int[] counts) {

    public int size() {
        return sequences.length;
    }

    /** How many cases the log has. */
    public long cases() {
        var cases = 0L;
        for (var count : counts) {
            cases += count;
        }
        return cases;
    }

    /** How many variants have at least one event: a case without events has the empty sequence. */
    public int withEvents() {
        return (int)
                Arrays.stream(sequences).filter(sequence -> sequence.length > 0).count();
    }
}
