package zhangfa.rulebook.conflict;

import java.util.Locale;
import java.util.UUID;
import zhangfa.rulebook.comparison.Echo;
import zhangfa.rulebook.regulation.Edition;

/**
 * Two articles of different regulations that bind the same people and contradict each other.
 *
 * @param kind in what they differ
 * @param first what holds, where one of them does
 * @param decided whether rank or day says which of them holds
 */
public record Conflict(Echo.Kind kind, Side first, Side second, boolean decided) {

    /** One of the two, with the sentence that the other contradicts. */
    public record Side(Edition edition, String article, String name, String said) {

        public String href() {
            return edition.href() + "#" + article;
        }
    }

    static Conflict of(Echo echo, Ruled one, Ruled other) {
        var first = side(one, echo.one().key(), echo.one().name(), echo.first());
        var second = side(other, echo.other().key(), echo.other().name(), echo.second());
        return other.goesBefore(one)
                ? new Conflict(echo.kind(), second, first, true)
                : new Conflict(echo.kind(), first, second, one.goesBefore(other));
    }

    private static Side side(Ruled ruled, String key, String name, String said) {
        return new Side(ruled.edition(), "p-" + UUID.fromString(key.substring(key.indexOf('/') + 1)), name, said);
    }

    /** As the check-up of a draft calls it. */
    public String key() {
        return "rulebook.checkup.echo." + kind.name().toLowerCase(Locale.ROOT);
    }
}
