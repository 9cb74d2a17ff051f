package zhangfa.rulebook.contents;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import zhangfa.rulebook.coverage.CoverageBoard;
import zhangfa.rulebook.tree.Heading;
import zhangfa.rulebook.tree.RulebookTree;
import zhangfa.ui.Finder;
import zhangfa.ui.Language;

/** Finds articles by number, or by words of their title or of one of their clauses. */
@Component
class ArticleFinder implements Finder {

    private final CoverageBoard board;

    ArticleFinder(CoverageBoard board) {
        this.board = board;
    }

    @Override
    public String kind() {
        return "article";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Hit> find(UUID reader, List<String> words, int most) {
        var locale = Language.nearest(LocaleContextHolder.getLocale());
        return board.trees().stream()
                .flatMap(RulebookTree::articles)
                .filter(article -> words.stream().allMatch(word -> says(article, word)))
                .sorted(Comparator.comparing(article -> !words.contains(lower(article.id()))))
                .limit(most)
                .map(article -> new Hit(article.title().in(locale), article.id(), "/rulebook/articles/" + article.id()))
                .toList();
    }

    private static boolean says(Heading article, String word) {
        return lower(article.id()).contains(word)
                || article.mentions(word)
                || article.clauses().stream()
                        .anyMatch(clause -> lower(clause.id()).contains(word));
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
