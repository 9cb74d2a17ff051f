package zhangfa.rulebook.contents;

import java.util.Set;
import java.util.function.Predicate;
import zhangfa.rulebook.tree.Heading;
import zhangfa.rulebook.tree.Heading.Level;

/**
 * How far a reader sees into the rulebooks.
 *
 * @param shown which articles
 * @param unfolded which headings show what stands below them; the others lead to it
 * @param sought whether the reader asked for just this, so that it lies open
 */
record Leafing(Predicate<Heading> shown, Predicate<Heading> unfolded, boolean sought) {

    static final Leafing WHOLE = new Leafing(article -> true, heading -> true, false);

    /** To one heading; all below it where that is not too much. Ids begin with the id of what they stand below. */
    static Leafing to(String opened, boolean all) {
        return new Leafing(
                article -> true,
                heading -> isWithin(opened, heading.id()) || (all && isWithin(heading.id(), opened)),
                true);
    }

    static Leafing through(Set<String> articles) {
        return new Leafing(article -> articles.contains(article.id()), heading -> true, true);
    }

    boolean shows(Heading heading) {
        return heading.level() == Level.ARTICLE
                ? shown.test(heading)
                : heading.articles().anyMatch(shown);
    }

    boolean unfolds(Heading heading) {
        return heading.level() == Level.ARTICLE || unfolded.test(heading);
    }

    private static boolean isWithin(String id, String above) {
        return !above.isEmpty() && (id.equals(above) || id.startsWith(above + "."));
    }
}
