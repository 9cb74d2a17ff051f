package zhangfa.rulebook.coverage;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * How many articles are what; an article is something when each of its clauses is.
 *
 * @param executable a process in force carries it out; {@code inPart} of them with something lacking
 */
public record Tally(int articles, int adopted, int executable, int inPart, int onDuty, int evidenced, int holding) {

    static Tally of(List<Standing> standings) {
        var articles = standings.stream()
                .collect(groupingBy(standing -> standing.passage().article().id()))
                .values();
        return new Tally(
                articles.size(),
                all(articles, Standing::adopted),
                all(articles, standing -> standing.execution().runs()),
                inPart(articles),
                all(articles, Standing::onDuty),
                all(articles, standing -> standing.evidence().isThere()),
                all(articles, Standing::holds));
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

    private static int all(Collection<List<Standing>> articles, Predicate<Standing> is) {
        return (int) articles.stream()
                .filter(clauses -> clauses.stream().allMatch(is))
                .count();
    }

    private static int inPart(Collection<List<Standing>> articles) {
        return (int) articles.stream()
                .filter(clauses -> clauses.stream()
                        .allMatch(standing -> standing.execution().runs()))
                .filter(clauses -> clauses.stream()
                        .anyMatch(standing -> standing.execution().executable() == Execution.Executable.IN_PART))
                .count();
    }
}
