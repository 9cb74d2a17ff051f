package zhangfa.rulebook.comparison;

import java.util.Locale;

/**
 * Two sentences of different articles that speak of the same thing.
 *
 * @param likeness how much of their words they share, from 0 to 1
 */
public record Echo(Kind kind, Article one, String first, Article other, String second, double likeness) {

    /** What a reader would say about the two. */
    public enum Kind {
        /** They give different numbers: 三日内 and 五日内. */
        NUMBERS,
        /** One commands what the other forbids. */
        COMMANDS,
        /** They give it to different people. */
        OWNERS,
        /** They say the same twice. */
        TWICE
    }

    /** As it stands in message keys. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    public boolean isContradiction() {
        return kind != Kind.TWICE;
    }
}
