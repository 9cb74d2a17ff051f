package zhangfa.mining.net;

import org.jspecify.annotations.Nullable;

/**
 * What may happen. Places are named by position; one that gives or takes several tokens is listed several times.
 *
 * @param id as in the file; where one element becomes several transitions, the second is called {@code id#2} and so on
 * @param label the activity that the log would show; null when the step is silent
 * @param takes where it takes its tokens
 * @param gives where it puts tokens
 * @param inhibitors it cannot fire while one of these places holds a token
 * @param resets it empties these places after it has taken its tokens and before it gives
 */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loop of every search
public record Transition(String id, @Nullable String label, int[] takes, int[] gives, int[] inhibitors, int[] resets) {

    private static final int[] NONE = {};

    /** A transition of an ordinary net. */
    public static Transition of(String id, @Nullable String label, int[] takes, int[] gives) {
        return new Transition(id, label, takes, gives, NONE, NONE);
    }

    Transition called(String other) {
        return new Transition(other, label, takes, gives, inhibitors, resets);
    }

    public boolean isSilent() {
        return label == null;
    }

    /** Whether only the tokens it takes decide if it may fire, and it touches nothing else. */
    public boolean isOrdinary() {
        return inhibitors.length == 0 && resets.length == 0;
    }
}
