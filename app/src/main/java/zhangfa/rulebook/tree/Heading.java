package zhangfa.rulebook.tree;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import zhangfa.rulebook.source.Wording;

/**
 * A chapter, section or article of a rulebook. A section without articles is an article itself.
 *
 * @param number as it is written before the title: 三、 or （一） or 1.
 */
public record Heading(
        String id,
        Level level,
        String number,
        Wording title,
        List<String> twins,
        List<Heading> parts,
        List<Clause> clauses) {

    /** How deep a heading stands. */
    public enum Level {
        CHAPTER,
        SECTION,
        ARTICLE
    }

    /** This heading and all below it, in reading order. */
    public Stream<Heading> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Heading::all));
    }

    public Stream<Heading> articles() {
        return all().filter(heading -> heading.level == Level.ARTICLE);
    }

    /** The title with its number as it is written; in English the id stands for the number. */
    public String numbered(Locale locale) {
        return locale.getLanguage().equals("en") ? id + " " + title.in(locale) : number + title.in(locale);
    }

    public boolean mentions(String words) {
        return id.equalsIgnoreCase(words)
                || title.mentions(words)
                || clauses.stream()
                        .anyMatch(clause -> clause.id().equalsIgnoreCase(words)
                                || clause.title().mentions(words));
    }
}
