package zhangfa.mining.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.Transition;

/** The activities of a net as small numbers, which transitions show each of them, and which show none. */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loop of every search
record Labels(List<String> names, int[] ofTransition, int[][] transitions, int[] silent) {

    /** Stands for an activity that the net does not know, and for a silent transition. */
    static final int NONE = -1;

    static Labels of(PetriNet net) {
        var names = net.activities();
        var numbers = new HashMap<String, Integer>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        var ofTransition = net.transitions().stream()
                .map(Transition::label)
                .mapToInt(label -> label == null ? NONE : numbers.getOrDefault(label, NONE))
                .toArray();
        var transitions = IntStream.range(0, names.size())
                .mapToObj(label -> IntStream.range(0, ofTransition.length)
                        .filter(transition -> ofTransition[transition] == label)
                        .toArray())
                .toArray(int[][]::new);
        var silent = IntStream.range(0, ofTransition.length)
                .filter(transition -> ofTransition[transition] == NONE)
                .toArray();
        return new Labels(names, ofTransition, transitions, silent);
    }

    int size() {
        return names.size();
    }

    /** The number of each of these activities in the net; {@link #NONE} where the net does not have it. */
    int[] numbers(List<String> activities) {
        return activities.stream().mapToInt(names::indexOf).toArray();
    }
}
