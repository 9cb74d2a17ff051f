package zhangfa.mining.conformance;

/**
 * One way to get on from a marking: silent firings, missing tokens put in, then what the log showed.
 *
 * @param marking the number of the marking reached
 * @param missing tokens put in
 * @param taken tokens taken by all firings
 * @param given tokens given by all firings
 */
record Move(int marking, int missing, int taken, int given) {

    /** Fewer missing tokens are better, then fewer firings. */
    boolean isBetterThan(Move other) {
        return missing != other.missing ? missing < other.missing : taken + given < other.taken + other.given;
    }

    /** This move and then that one. */
    Move then(Move next) {
        return new Move(next.marking, missing + next.missing, taken + next.taken, given + next.given);
    }
}
