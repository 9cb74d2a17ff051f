package zhangfa.rulebook.control;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;

/**
 * What somebody wants to have checked who writes no queries.
 *
 * @param process its key
 * @param days how many are too many
 * @param query the one that stands in the form now
 */
public record PatternForm(String pattern, String process, String days, String query) {

    static final PatternForm EMPTY = new PatternForm("", "", "7", "");

    /** What a browser does not send is empty. */
    public PatternForm {
        pattern = Objects.requireNonNullElse(pattern, "");
        process = Objects.requireNonNullElse(process, "");
        days = Objects.requireNonNullElse(days, "").strip();
        query = Objects.requireNonNullElse(query, "");
    }

    /** The same with the query that it asks for. */
    PatternForm written(Set<String> processes) {
        var faults = new ArrayList<Fault>();
        var asked = Pattern.of(pattern);
        if (asked.isEmpty()) {
            faults.add(new Fault("/pattern", "{rulebook.control.choose}"));
        }
        if (!processes.contains(process)) {
            faults.add(new Fault("/process", "{rulebook.control.choose}"));
        }
        if (!days.matches("[1-9][0-9]{0,2}")) {
            faults.add(new Fault("/days", "{rulebook.pattern.days-wrong}"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return with(asked.orElseThrow().query(process, Integer.parseInt(days)));
    }

    PatternForm with(String other) {
        return new PatternForm(pattern, process, days, other);
    }
}
