package zhangfa.rulebook.coverage;

import java.util.List;

/**
 * How many articles are what; an article is something when each of its clauses is.
 *
 * @param executable a process in force carries it out; {@code inPart} of them with something lacking
 */
public record Tally(int articles, int adopted, int executable, int inPart, int onDuty, int evidenced, int holding) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    /** Of one article, by its clauses. */
    static Tally of(List<Standing> clauses) {
        var runs = clauses.stream().allMatch(standing -> standing.execution().runs());
        return new Tally(
                1,
                one(clauses.stream().allMatch(Standing::adopted)),
                one(runs),
                one(runs && clauses.stream().anyMatch(Standing::runsInPart)),
                one(clauses.stream().allMatch(Standing::onDuty)),
                one(clauses.stream().allMatch(standing -> standing.evidence().isThere())),
                one(clauses.stream().allMatch(Standing::holds)));
    }

    Tally and(Tally other) {
        return new Tally(
                articles + other.articles,
                adopted + other.adopted,
                executable + other.executable,
                inPart + other.inPart,
                onDuty + other.onDuty,
                evidenced + other.evidenced,
                holding + other.holding);
    }

    /** The five questions in the order in which an article comes to life. */
    public List<Bar> bars() {
        return List.of(
                new Bar("rulebook.coverage.adopted", adopted, articles),
                new Bar("rulebook.coverage.executable", executable, articles),
                new Bar("rulebook.coverage.on-duty", onDuty, articles),
                new Bar("rulebook.coverage.evidenced", evidenced, articles),
                new Bar("rulebook.coverage.holding", holding, articles));
    }

    private static int one(boolean is) {
        return is ? 1 : 0;
    }
}
