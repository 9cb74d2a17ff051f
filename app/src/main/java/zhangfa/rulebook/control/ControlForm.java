package zhangfa.rulebook.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.rulebook.source.Wording;

/**
 * A control of the company's own as somebody writes it.
 *
 * @param revision the one that they saw
 * @param article what else it rests on, as people call it
 * @param owner key of a position
 * @param clauses ids of the clauses that it watches
 */
public record ControlForm(
        int revision,
        String title,
        String article,
        String severity,
        String cadence,
        String owner,
        String query,
        List<String> clauses) {

    static final ControlForm EMPTY = new ControlForm(0, "", "", "major", "daily", "", "", List.of());
    private static final int LONGEST_TITLE = 120;

    /** What a browser does not send is empty. */
    public ControlForm {
        title = Objects.requireNonNullElse(title, "");
        article = Objects.requireNonNullElse(article, "");
        severity = Objects.requireNonNullElse(severity, "");
        cadence = Objects.requireNonNullElse(cadence, "");
        owner = Objects.requireNonNullElse(owner, "");
        query = Objects.requireNonNullElse(query, "");
        clauses = clauses == null ? List.of() : clauses.stream().distinct().toList();
    }

    /** What it asks, where it can be asked. */
    Control control(String key, Set<String> positions, Predicate<List<String>> written) {
        var faults = new ArrayList<Fault>();
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            faults.add(new Fault("/title", "{rulebook.control.title-missing|" + LONGEST_TITLE + "}"));
        }
        if (article.length() > LONGEST_TITLE) {
            faults.add(new Fault("/article", "{rulebook.draft.too-long|" + LONGEST_TITLE + "}"));
        }
        if (!severity.matches("minor|major|critical")) {
            faults.add(new Fault("/severity", "{rulebook.control.choose}"));
        }
        if (!cadence.matches("hourly|daily|weekly")) {
            faults.add(new Fault("/cadence", "{rulebook.control.choose}"));
        }
        if (!positions.contains(owner)) {
            faults.add(new Fault("/owner", "{rulebook.edition.no-such-position}"));
        }
        if (!written.test(clauses)) {
            faults.add(new Fault("/clauses", "{rulebook.places.unknown}"));
        }
        Question.refusal(query).ifPresent(refusal -> faults.add(new Fault("/query", refusal)));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        var named = title.strip();
        return new Control(
                key,
                null,
                new Wording(named, named, named),
                Control.Severity.valueOf(severity.toUpperCase(Locale.ROOT)),
                Control.Cadence.valueOf(cadence.toUpperCase(Locale.ROOT)),
                "position:" + owner,
                query.strip(),
                clauses);
    }

    ControlForm at(int other) {
        return new ControlForm(other, title, article, severity, cadence, owner, query, clauses);
    }
}
