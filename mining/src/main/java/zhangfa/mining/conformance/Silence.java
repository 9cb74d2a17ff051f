package zhangfa.mining.conformance;

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

    /** Whether only causes matter in this net: a firing can be put off until something needs its tokens. */
    static boolean canBePutOff(PetriNet net) {
        return net.transitions().stream()
                .filter(Transition::isSilent)
                .allMatch(transition -> transition.isOrdinary() && transition.gives().length > 0);
    }
}
