package zhangfa.rulebook.checkup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import zhangfa.rulebook.comparison.Article;
import zhangfa.rulebook.structure.Folding;

/**
 * A word of time in an article.
 *
 * @param word as the article writes it
 * @param sentence the words around it
 */
public record TimeWord(Article article, Kind kind, String word, String sentence) {

    /** What the word promises. */
    public enum Kind {
        /** 每周, 月末: comes again on a day that can be computed. */
        CADENCE,
        /** 三日内: a clock that can run. */
        LIMIT,
        /** 定期, 及时, 规定时间内: nobody can be late. */
        VAGUE
    }

    private static final Pattern CADENCE = Pattern.compile(
            "每(?:年年|月月)[末底初]|每(?:个)?(?:工作日|日|天|周|月|季度?|半年|年)(?:[末初底])?|(?:月|季|年|周)[末底初]|(?:月|季|年|周)度(?=[^的]{0,4}(?:考核|计划|报告|例会|总结|盘点|预算|检查|评估|会议))");
    private static final Pattern LIMIT = Pattern.compile(
            "(?:提前|自[^,。;]{1,12}起)?(?:\\d+|[一二三四五六七八九十两]{1,3})\\s*个?(?:工作日|日|天|小时|分钟|周|月)(?:以?内|之?前|后)|提前\\s*(?:\\d+|[一二三四五六七八九十两]{1,3})\\s*个?(?:工作日|日|天|小时|周|月)");
    private static final Pattern VAGUE = Pattern.compile(
            "不?定期(?!限)|及时|规定(?:的)?(?:时间|期限)内?|适时|尽快|按时|按期|限期|一定(?:时间|期限)|必要时|近期|随时|提前(?!\\s*[\\d一二三四五六七八九十两])");

    /** In the order of the text. */
    static List<TimeWord> in(Article article) {
        var found = new ArrayList<TimeWord>();
        for (var sentence : article.sentences()) {
            var folded = Folding.folded(sentence);
            for (var kind : Kind.values()) {
                pattern(kind)
                        .matcher(folded)
                        .results()
                        .forEach(match -> found.add(
                                new TimeWord(article, kind, sentence.substring(match.start(), match.end()), sentence)));
            }
        }
        return found.stream().distinct().toList();
    }

    private static Pattern pattern(Kind kind) {
        return switch (kind) {
            case CADENCE -> CADENCE;
            case LIMIT -> LIMIT;
            case VAGUE -> VAGUE;
        };
    }
}
