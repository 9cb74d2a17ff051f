package zhangfa.rulebook.checkup;

import java.util.ArrayList;
import java.util.List;
import zhangfa.rulebook.comparison.Article;
import zhangfa.rulebook.draft.DraftPassage;

/** The articles of a draft, each called by the numbers that lead to it. */
final class DraftArticles {

    private String chapter = "";
    private String section = "";
    private final List<Article> articles = new ArrayList<>();

    private DraftArticles() {}

    static List<Article> of(List<DraftPassage> passages) {
        var reading = new DraftArticles();
        passages.forEach(reading::read);
        return reading.articles;
    }

    private void read(DraftPassage passage) {
        switch (passage.kind()) {
            case CHAPTER -> {
                chapter = passage.number();
                section = "";
            }
            case SECTION -> section = passage.number();
            case ARTICLE -> articles.add(article(passage));
            default -> {}
        }
    }

    private Article article(DraftPassage passage) {
        // 第三条 and 2.1.3 say where they stand by themselves.
        var isWhole = passage.number().matches("第.*|\\d+\\..*\\d");
        var above = isWhole ? "" : chapter + section;
        return new Article(passage.id().toString(), above + passage.number(), passage.title(), passage.text());
    }
}
