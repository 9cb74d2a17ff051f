package zhangfa.mining.conformance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.PetriNetBuilder;

/** Nets written in a few words. */
final class Nets {

    private Nets() {}

    /** A net of transitions like {@code "pay: p q > r"}; without a name before the colon the transition is silent. */
    static PetriNet net(String... transitions) {
        var builder = new PetriNetBuilder("");
        var places = new LinkedHashMap<String, Integer>();
        place(places, builder, "i");
        place(places, builder, "o");
        for (var transition : transitions) {
            var parts = transition.split("[:>]");
            var label = parts[0].isBlank() ? null : parts[0].strip();
            var takes = places(places, builder, parts[1]);
            builder.transition(transition, label, takes, places(places, builder, parts[2]));
        }
        return builder.between(places.get("i"), places.get("o"));
    }

    private static int[] places(Map<String, Integer> places, PetriNetBuilder builder, String names) {
        return Arrays.stream(names.strip().split(" "))
                .mapToInt(name -> place(places, builder, name))
                .toArray();
    }

    private static int place(Map<String, Integer> places, PetriNetBuilder builder, String name) {
        return places.computeIfAbsent(name, builder::place);
    }
}
