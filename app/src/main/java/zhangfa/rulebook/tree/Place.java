package zhangfa.rulebook.tree;

import java.util.Locale;
import zhangfa.rulebook.source.Wording;

/** A clause with the article above it, as somebody picks it from a list. */
public record Place(String clause, Wording title, Wording article) {

    /** Of the article alone where it is its only demand and says the same. */
    public String words(Locale locale) {
        var above = article.in(locale);
        var own = title.in(locale);
        return above.equals(own) ? own : above + " · " + own;
    }
}
