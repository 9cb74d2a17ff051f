package zhangfa.rulebook.checkup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import zhangfa.rulebook.checkup.TimeWord.Kind;
import zhangfa.rulebook.comparison.Article;
import zhangfa.rulebook.comparison.Echo;
import zhangfa.rulebook.comparison.Echoes;

/** What was found in a company's own rules. */
public record Checkup(List<Article> articles, Map<Gap, List<Article>> gaps, List<TimeWord> times, List<Echo> echoes) {

    public static Checkup of(List<Article> articles) {
        var gaps = new EnumMap<Gap, List<Article>>(Gap.class);
        for (var gap : Gap.values()) {
            gaps.put(gap, articles.stream().filter(gap::isIn).toList());
        }
        var times = articles.stream()
                .flatMap(article -> TimeWord.in(article).stream())
                .toList();
        return new Checkup(articles, gaps, times, Echoes.in(articles));
    }

    public List<Article> without(Gap gap) {
        return gaps.getOrDefault(gap, List.of());
    }

    public List<TimeWord> times(Kind kind) {
        return times.stream().filter(time -> time.kind() == kind).toList();
    }

    public List<Echo> contradictions() {
        return echoes.stream().filter(Echo::isContradiction).toList();
    }

    public List<Echo> duplicates() {
        return echoes.stream().filter(echo -> !echo.isContradiction()).toList();
    }

    /** Articles that say who, how much and by what evidence. */
    public int complete() {
        var open = new ArrayList<>(articles);
        gaps.values().forEach(open::removeAll);
        return (int) open.stream().filter(article -> !article.isFrame()).count();
    }
}
