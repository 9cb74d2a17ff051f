package zhangfa.rulebook.draft;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.rulebook.structure.Passage.Kind;
import zhangfa.ui.Faults;

/**
 * A draft as its page shows it.
 *
 * @param passages some of them, in order
 * @param next where the next ones are, or null
 */
public record DraftPage(
        Draft draft, List<DraftPassage> passages, @Nullable String next, Map<Kind, Integer> counts, Faults faults) {

    /** How many there are of a kind, by its message key. */
    public record Figure(String key, int count) {}

    public List<Figure> figures() {
        return Stream.of(Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE, Kind.BOILERPLATE)
                .map(kind -> new Figure(
                        "rulebook.draft.figure." + kind.name().toLowerCase(Locale.ROOT), counts.getOrDefault(kind, 0)))
                .toList();
    }

    public boolean hasBoilerplate() {
        return counts.containsKey(Kind.BOILERPLATE);
    }
}
