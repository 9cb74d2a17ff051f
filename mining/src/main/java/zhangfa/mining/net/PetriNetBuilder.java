package zhangfa.mining.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a net together place by place, transition by transition. */
public final class PetriNetBuilder {

    private final String name;
    private final List<Place> places = new ArrayList<>();
    private final List<Transition> transitions = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    public PetriNetBuilder(String name) {
        this.name = name;
    }

    /** Adds a place and says at which position it stands. */
    public int place(String id) {
        return place(new Place(id, id));
    }

    int place(Place place) {
        places.add(place);
        return places.size() - 1;
    }

    /** Adds a transition; it is silent without a label. */
    public PetriNetBuilder transition(String id, @Nullable String label, int[] takes, int[] gives) {
        return transition(Transition.of(id, label, takes, gives));
    }

    /** Adds a transition; where its id is taken, it gets the next number behind it: {@code id#2}. */
    public PetriNetBuilder transition(Transition transition) {
        var times = ids.merge(transition.id(), 1, Integer::sum);
        transitions.add(times == 1 ? transition : transition.called(transition.id() + "#" + times));
        return this;
    }

    /** The transitions put in so far. */
    public List<Transition> all() {
        return List.copyOf(transitions);
    }

    public int places() {
        return places.size();
    }

    public int transitions() {
        return transitions.size();
    }

    /** A workflow net: one token at the source at first, one in the sink at last. */
    public PetriNet between(int source, int sink) {
        return build(oneTokenAt(source), oneTokenAt(sink), false);
    }

    /** A net whose cases are complete when the sink holds a token or more and all else is empty. */
    public PetriNet collecting(int source, int sink) {
        return build(oneTokenAt(source), oneTokenAt(sink), true);
    }

    PetriNet build(int[] initial, int[] last, boolean collects) {
        return new PetriNet(name, places, transitions, initial, last, collects);
    }

    private int[] oneTokenAt(int place) {
        var marking = new int[places.size()];
        marking[place] = 1;
        return marking;
    }
}
