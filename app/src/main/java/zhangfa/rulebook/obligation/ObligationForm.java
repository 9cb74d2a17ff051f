package zhangfa.rulebook.obligation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.rulebook.control.Question;
import zhangfa.rulebook.source.Wording;

/**
 * An obligation of the company's own as somebody writes it.
 *
 * @param revision the one that they saw
 * @param article what else demands it, as people call it
 * @param every week, month, quarter or year
 * @param workday due on which workday of the period; counted from its end where negative
 * @param owner key of a position, or {@code unit-head}
 * @param verifier key of a position; empty where nobody has to
 * @param proof upload, process or query
 * @param source key of a process, or the query; empty for an upload
 * @param clauses ids of the clauses that demand it
 */
public record ObligationForm(
        int revision,
        String title,
        String article,
        String every,
        String workday,
        String owner,
        String verifier,
        String proof,
        String source,
        List<String> clauses) {

    static final ObligationForm EMPTY = new ObligationForm(0, "", "", "month", "-1", "", "", "upload", "", List.of());
    static final String UNIT_HEAD = "unit-head";
    private static final int LONGEST = 120;

    /** What a browser does not send is empty. */
    public ObligationForm {
        title = Objects.requireNonNullElse(title, "").strip();
        article = Objects.requireNonNullElse(article, "").strip();
        every = Objects.requireNonNullElse(every, "");
        workday = Objects.requireNonNullElse(workday, "").strip();
        owner = Objects.requireNonNullElse(owner, "");
        verifier = Objects.requireNonNullElse(verifier, "");
        proof = Objects.requireNonNullElse(proof, "");
        source = Objects.requireNonNullElse(source, "").strip();
        clauses = clauses == null ? List.of() : clauses.stream().distinct().toList();
    }

    static ObligationForm of(Obligation one) {
        var schedule = one.when() instanceof When.Schedule found ? found : new When.Schedule(Rhythm.MONTH, -1);
        return new ObligationForm(
                one.revision(),
                one.title().simplified(),
                one.article(),
                schedule.rhythm().word(),
                String.valueOf(schedule.workday()),
                position(one.owner()),
                position(Objects.requireNonNullElse(one.verifier(), "")),
                one.proof().kind().word(),
                Objects.requireNonNullElse(one.proof().source(), ""),
                one.clauses());
    }

    /** What it asks for, where all of it can be. */
    Obligation obligation(
            String key, Set<String> positions, Predicate<String> process, Predicate<List<String>> written) {
        var faults = wordFaults(written);
        var rhythm = among(Rhythm.values(), every);
        if (rhythm.isEmpty()) {
            faults.add(new Fault("/every", "{rulebook.control.choose}"));
        }
        if (!workday.matches("-?[1-9][0-9]?")) {
            faults.add(new Fault("/workday", "{rulebook.obligation.workday-wrong}"));
        }
        if (!owner.equals(UNIT_HEAD) && !positions.contains(owner)) {
            faults.add(new Fault("/owner", "{rulebook.edition.no-such-position}"));
        }
        if (!verifier.isEmpty() && !positions.contains(verifier)) {
            faults.add(new Fault("/verifier", "{rulebook.edition.no-such-position}"));
        }
        var kind = among(Proof.Kind.values(), proof);
        faults.addAll(proofFaults(kind, process));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new Obligation(
                key,
                null,
                new Wording(title, title, title),
                article,
                new When.Schedule(rhythm.orElseThrow(), Integer.parseInt(workday)),
                owner.equals(UNIT_HEAD) ? owner : "position:" + owner,
                verifier.isEmpty() ? null : "position:" + verifier,
                kind.orElseThrow() == Proof.Kind.UPLOAD ? Proof.UPLOAD : new Proof(kind.orElseThrow(), source),
                Instant.EPOCH,
                revision,
                clauses);
    }

    private List<Fault> wordFaults(Predicate<List<String>> written) {
        var faults = new ArrayList<Fault>();
        if (title.isEmpty() || title.length() > LONGEST) {
            faults.add(new Fault("/title", "{rulebook.obligation.title-missing|" + LONGEST + "}"));
        }
        if (article.length() > LONGEST) {
            faults.add(new Fault("/article", "{rulebook.draft.too-long|" + LONGEST + "}"));
        }
        if (!written.test(clauses)) {
            faults.add(new Fault("/clauses", "{rulebook.places.unknown}"));
        }
        return faults;
    }

    private List<Fault> proofFaults(Optional<Proof.Kind> kind, Predicate<String> process) {
        if (kind.isEmpty()) {
            return List.of(new Fault("/proof", "{rulebook.control.choose}"));
        }
        return switch (kind.get()) {
            case UPLOAD -> List.of();
            case PROCESS ->
                process.test(source)
                        ? List.of()
                        : List.of(new Fault("/source", "{rulebook.obligation.no-such-process}"));
            case QUERY ->
                Question.refusal(source).stream()
                        .map(refusal -> new Fault("/source", refusal))
                        .toList();
        };
    }

    private static <E extends Enum<E>> Optional<E> among(E[] constants, String word) {
        return Arrays.stream(constants)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static String position(String rule) {
        return rule.replaceFirst("^position:", "");
    }

    ObligationForm at(int other) {
        return new ObligationForm(other, title, article, every, workday, owner, verifier, proof, source, clauses);
    }
}
