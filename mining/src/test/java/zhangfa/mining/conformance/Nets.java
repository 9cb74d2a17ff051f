package zhangfa.mining.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhangfa.mining.log.Variants;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.PetriNetBuilder;

/** Nets and logs written in a few words. */
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

    /** A log in which each of these sequences of one-word activities is a variant of one case. */
    static Variants log(String... cases) {
        var activities = new ArrayList<String>();
        var sequences = new int[cases.length][];
        for (var i = 0; i < cases.length; i++) {
            sequences[i] = words(cases[i]).stream()
                    .mapToInt(activity -> {
                        if (!activities.contains(activity)) {
                            activities.add(activity);
                        }
                        return activities.indexOf(activity);
                    })
                    .toArray();
        }
        var counts = new int[cases.length];
        Arrays.fill(counts, 1);
        return new Variants(activities, sequences, counts);
    }

    static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.split(" "));
    }
}
