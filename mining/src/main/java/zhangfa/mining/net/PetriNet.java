package zhangfa.mining.net;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A labelled Petri net with its first and last marking (Murata 1989), inhibitor and reset arcs included, so that BPMN
 * can be played as it is meant.
 *
 * @param name of the net; empty when it has none
 * @param initial tokens on each place at the start of a case
 * @param last tokens on each place when a case is complete
 * @param collects whether a place may hold more tokens than {@code last} asks when a case is complete: several ends of
 *     one BPMN process put their tokens into one place
 */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loop of every search
public record PetriNet(
        String name, List<Place> places, List<Transition> transitions, int[] initial, int[] last, boolean collects) {

    public PetriNet {
        places = List.copyOf(places);
        transitions = List.copyOf(transitions);
    }

    /** The activities that the net can show, each once, in the order of its transitions. */
    public List<String> activities() {
        return transitions.stream()
                .map(Transition::label)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public boolean isEnabled(Transition transition, int[] marking) {
        var takes = transition.takes();
        for (var i = 0; i < takes.length; i++) {
            if (marking[takes[i]] <= multiplicityBefore(takes, i)) {
                return false;
            }
        }
        for (var place : transition.inhibitors()) {
            if (marking[place] > 0) {
                return false;
            }
        }
        return true;
    }

    /** How often the place at this position is listed before it; nearly always never. */
    public static int multiplicityBefore(int[] places, int position) {
        var before = 0;
        for (var i = 0; i < position; i++) {
            if (places[i] == places[position]) {
                before++;
            }
        }
        return before;
    }

    /** Fires in place. The caller has made sure that the tokens are there. */
    public static void fire(Transition transition, int[] marking) {
        for (var place : transition.takes()) {
            marking[place]--;
        }
        for (var place : transition.resets()) {
            marking[place] = 0;
        }
        for (var place : transition.gives()) {
            marking[place]++;
        }
    }

    public boolean isComplete(int[] marking) {
        if (!collects) {
            return Arrays.equals(marking, last);
        }
        for (var place = 0; place < marking.length; place++) {
            if (marking[place] < last[place] || (last[place] == 0 && marking[place] > 0)) {
                return false;
            }
        }
        return true;
    }
}
