package zhangfa.mining.conformance;

import java.util.Arrays;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.Transition;

/** Finds the silent firings by which a case gets on, without firing one that nothing asks for. */
interface Silence {

    /** All ways to show this label from the marking that put in the fewest tokens; never none. */
    Move[] show(int marking, int label);

    /** The way to the end with the fewest missing and remaining tokens. */
    Ending end(int marking);

    /** Whether a search was cut short, so that a shorter or better way may exist. */
    boolean wasCutShort();

    /**
     * Whether a silent firing can be put off until something needs its tokens: nothing but tokens matters in the net,
     * and its silent choices are free, so that what is put off cannot be lost to a step that needs only a part of it.
     */
    static boolean canBePutOff(PetriNet net) {
        return net.transitions().stream()
                .allMatch(one -> one.isOrdinary()
                        && (!one.isSilent()
                                || (one.gives().length > 0
                                        && net.transitions().stream().allMatch(other -> isFree(one, other)))));
    }

    private static boolean isFree(Transition one, Transition other) {
        return Arrays.stream(one.takes())
                        .noneMatch(place -> Arrays.stream(other.takes()).anyMatch(also -> also == place))
                || Arrays.equals(sorted(one.takes()), sorted(other.takes()));
    }

    private static int[] sorted(int[] places) {
        return Arrays.stream(places).sorted().toArray();
    }
}
