package zhangfa.rulebook.checkup;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.rulebook.comparison.Article;
import zhangfa.rulebook.practice.Adoptions;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.Practices;
import zhangfa.rulebook.structure.Folding;

/** Finds what ships with the product and carries out what articles ask for: by the word that its title ends in. */
@Component
class Offers {

    private final Practices practices;
    private final Adoptions adoptions;

    Offers(Practices practices, Adoptions adoptions) {
        this.practices = practices;
        this.adoptions = adoptions;
    }

    List<Offer> to(List<Article> articles) {
        var adopted = adoptions.adopted();
        return practices.all().stream()
                .map(practice -> new Offer(
                        practice.key(),
                        practice.title(),
                        practice.articles().getFirst().id(),
                        adopted.contains(practice.key()),
                        askedFor(practice, articles)))
                .filter(offer -> !offer.askedFor().isEmpty())
                .toList();
    }

    private static List<Article> askedFor(Practice practice, List<Article> articles) {
        var words = Stream.of(practice.title().simplified(), practice.title().traditional())
                .map(Offers::head)
                .toList();
        return articles.stream()
                .filter(article -> !article.isFrame() && words.stream().anyMatch(article.folded()::contains))
                .toList();
    }

    /** A Chinese title ends in the word that says what it is about: 费用报销. */
    private static String head(String title) {
        return Folding.folded(title.substring(Math.max(0, title.length() - 2)));
    }
}
