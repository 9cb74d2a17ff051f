package zhangfa.rulebook.conflict;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import zhangfa.rulebook.comparison.Article;
import zhangfa.rulebook.regulation.Edition;
import zhangfa.rulebook.regulation.Provision;

/**
 * A regulation in force with its articles.
 *
 * @param people everybody whom it binds today
 */
record Ruled(Edition edition, List<Provision> articles, Set<UUID> people) {

    /** To be compared with those of others; called as a reader would, with the regulation before the number. */
    Stream<Article> compared() {
        return articles.stream()
                .map(article -> new Article(
                        edition.id() + "/" + article.id(),
                        "《" + edition.title() + "》" + article.number(),
                        article.title(),
                        article.text()));
    }

    boolean bindsSomeOf(Ruled other) {
        return people.stream().anyMatch(other.people::contains);
    }

    /** By rank; the later one where both have the same. Neither where both came into force on one day. */
    boolean goesBefore(Ruled other) {
        var order = edition.head().rank().compareTo(other.edition.head().rank());
        var from = edition.head().effectiveFrom();
        var others = other.edition.head().effectiveFrom();
        return order == 0 ? from != null && others != null && from.isAfter(others) : order < 0;
    }
}
