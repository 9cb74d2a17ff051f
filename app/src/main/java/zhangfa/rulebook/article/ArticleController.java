package zhangfa.rulebook.article;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.process.CaseFile;
import zhangfa.process.Reading;

/** The page of one article. */
@Controller
class ArticleController {

    private static final int RECENT = 5;

    private final ArticleReading articles;
    private final Reading cases;

    ArticleController(ArticleReading articles, Reading cases) {
        this.articles = articles;
        this.cases = cases;
    }

    @GetMapping("/rulebook/articles/{id}")
    @SignedIn
    String show(@PathVariable String id, Account who, Locale locale, Model model) {
        var article = articles.read(id, locale);
        model.addAttribute("article", article);
        model.addAttribute("cases", recent(article, who));
        return "rulebook/article/show";
    }

    /** Only cases that this reader may see. */
    private List<RecentCase> recent(ArticlePage article, Account who) {
        var practice = article.practice();
        if (practice == null) {
            return List.of();
        }
        var ofItsProcess = new Reading.Filter(null, practice.process().key(), false);
        return cases.cases(who, ofItsProcess, Window.of(RECENT, null)).items().stream()
                .map(ArticleController::recent)
                .toList();
    }

    private static RecentCase recent(CaseFile file) {
        return new RecentCase("/cases/" + file.id(), file.number(), file.title(), file.status(), file.startedAt());
    }
}
