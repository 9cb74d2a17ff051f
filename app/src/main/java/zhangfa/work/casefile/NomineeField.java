package zhangfa.work.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import zhangfa.process.Nominations.Nomination;

/**
 * A field in which somebody names the people of a later step.
 *
 * @param name of the field
 * @param step what the step is called
 * @param among who may be named, name by username; empty where anybody may
 * @param chosen who has been named, name by username
 */
public record NomineeField(
        String name, String step, boolean many, Map<String, String> among, Map<String, String> chosen) {

    private static final String PREFIX = "nominees.";

    static NomineeField of(Nomination nomination, List<String> typed, UnaryOperator<String> names) {
        var chosen = new LinkedHashMap<String, String>();
        typed.forEach(username -> chosen.put(username, names.apply(username)));
        return new NomineeField(
                PREFIX + nomination.step(), nomination.name(), nomination.many(), nomination.among(), chosen);
    }

    /** From what a page sent: usernames by step. */
    static Map<String, List<String>> read(Map<String, String[]> sent) {
        var nominees = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                nominees.put(
                        name.substring(PREFIX.length()),
                        Stream.of(values).filter(value -> !value.isBlank()).toList());
            }
        });
        return nominees;
    }

    /** Whether one of a few is chosen from a list. */
    public boolean isChoice() {
        return !many && !among.isEmpty();
    }

    public String first() {
        return chosen.isEmpty() ? "" : chosen.keySet().iterator().next();
    }
}
