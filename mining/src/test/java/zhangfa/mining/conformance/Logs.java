package zhangfa.mining.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import zhangfa.mining.log.Variants;

/** Logs written in a few words. */
public final class Logs {

    private Logs() {}

    /** A log in which each of these sequences of one-word activities is a variant of one case. */
    public static Variants log(String... cases) {
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

    public static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.split(" "));
    }
}
