package zhangfa.mining.conformance;

/**
 * How a case can be brought to its end from a marking.
 *
 * @param missing tokens put in where the last marking asks for them
 * @param remaining tokens left lying
 * @param taken tokens taken by silent firings and by the end itself
 * @param given tokens given by silent firings
 */
record Ending(int missing, int remaining, int taken, int given) {

    boolean isPerfect() {
        return missing == 0 && remaining == 0;
    }

    boolean isBetterThan(Ending other) {
        var wrong = missing + remaining;
        var wrongToo = other.missing + other.remaining;
        return wrong != wrongToo ? wrong < wrongToo : taken + given < other.taken + other.given;
    }
}
