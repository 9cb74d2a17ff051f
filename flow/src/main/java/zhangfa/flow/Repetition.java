package zhangfa.flow;

import org.jspecify.annotations.Nullable;

/**
 * That an activity is done several times (BPMN 2.0.2, 10.3.7 and 13.3.6).
 *
 * @param times how often: a number, or the items of a list
 * @param item the name under which expressions find the item of their instance
 * @param until ends the rest of several instances; null for all of them
 * @param again whether a loop goes round once more; null for as often as it may
 * @param before whether a loop asks before its first round
 * @param most how often a loop goes round at most; 0 without end
 */
record Repetition(
        Kind kind,
        @Nullable Expression times,
        @Nullable String item,
        @Nullable Condition until,
        @Nullable Condition again,
        boolean before,
        int most) {

    /** How the instances follow each other. */
    enum Kind {
        PARALLEL,
        SEQUENTIAL,
        /** One after another, as long as a condition holds. */
        LOOP
    }
}
