package zhangfa.rulebook.conflict;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import zhangfa.database.Remembered;
import zhangfa.organization.Organization;
import zhangfa.rulebook.comparison.Article;
import zhangfa.rulebook.comparison.Echo;
import zhangfa.rulebook.comparison.Echoes;
import zhangfa.rulebook.regulation.Edition;
import zhangfa.rulebook.regulation.Editions;
import zhangfa.rulebook.regulation.Provisions;

/** Compares the regulations that are in force; again where another one has come into force, and each day, as people come and go. */
@Component
public class Conflicts {

    private final Editions editions;
    private final Provisions provisions;
    private final Organization organization;
    private final Remembered<List<Conflict>> latest;

    Conflicts(
            Editions editions,
            Provisions provisions,
            Organization organization,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.editions = editions;
        this.provisions = provisions;
        this.organization = organization;
        this.latest = new Remembered<>(
                transactions,
                () -> Map.entry(
                        LocalDate.now(clock),
                        editions.inForce().stream().map(Edition::id).toList()),
                () -> between(inForce()));
    }

    /** What contradicts within the company's regulations today, as it binds people. */
    List<Conflict> present() {
        return latest.value();
    }

    /** What articles that are in force nowhere yet say otherwise than those that are. */
    public List<Echo> with(List<Article> draft) {
        var keys = draft.stream().map(Article::key).toList();
        var all = Stream.concat(draft.stream(), inForce().stream().flatMap(Ruled::compared))
                .toList();
        return Echoes.in(all).stream()
                .filter(Echo::isContradiction)
                .filter(echo -> keys.contains(echo.one().key())
                        != keys.contains(echo.other().key()))
                .toList();
    }

    private List<Ruled> inForce() {
        var present = editions.inForce();
        var articles = provisions.articles(present.stream().map(Edition::id).toList());
        return present.stream()
                .map(edition -> new Ruled(
                        edition,
                        articles.getOrDefault(edition.id(), List.of()),
                        edition.head().scope().people(organization)))
                .toList();
    }

    static List<Conflict> between(List<Ruled> regulations) {
        var byEdition =
                regulations.stream().collect(toMap(ruled -> ruled.edition().id().toString(), Function.identity()));
        return Echoes.in(regulations.stream().flatMap(Ruled::compared).toList()).stream()
                .filter(Echo::isContradiction)
                .flatMap(echo -> {
                    var one = byEdition.get(edition(echo.one()));
                    var other = byEdition.get(edition(echo.other()));
                    return one == null || other == null || one.equals(other) || !one.bindsSomeOf(other)
                            ? Stream.empty()
                            : Stream.of(Conflict.of(echo, one, other));
                })
                .toList();
    }

    private static String edition(Article article) {
        return article.key().substring(0, article.key().indexOf('/'));
    }
}
