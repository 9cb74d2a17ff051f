package zhangfa.process.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.database.RoundTrip;

/**
 * What is written in one statement with a case: which command did it (done once, or the case is not written), who has a part in it that had none, and
 * whether it runs.
 *
 * @param clause goes before the statement that writes the case
 */
record Beside(String clause, List<Object> values) {

    static Beside of(Run run, @Nullable UUID command, Set<UUID> people) {
        var id = run.before().id();
        var clauses = new ArrayList<String>();
        var values = new ArrayList<Object>();
        if (command != null) {
            clauses.add("done as (insert into process.command values (?, ?, ?))");
            values.addAll(List.of(command, id, run.said().at()));
        }
        var newcomers = people.stream()
                .filter(person -> !run.before().participants().contains(person))
                .toList();
        if (!newcomers.isEmpty()) {
            clauses.add("parts as (" + parts(newcomers) + ")");
            newcomers.forEach(person -> values.addAll(List.of(person, id)));
        }
        if (run.before().isRunning() != !run.state().isEnded()) {
            clauses.add(
                    run.state().isEnded()
                            ? "ends as (delete from process.running where case_id = ?)"
                            : "runs as (insert into process.running values (?))");
            values.add(id);
        }
        return new Beside(clauses.isEmpty() ? "" : "with " + String.join(", ", clauses) + " ", values);
    }

    /** Takes person and case for each. */
    static String parts(Collection<UUID> people) {
        return "insert into process.part values " + RoundTrip.rows("(?, ?)", people.size()) + " on conflict do nothing";
    }
}
