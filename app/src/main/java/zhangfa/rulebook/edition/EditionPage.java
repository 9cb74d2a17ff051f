package zhangfa.rulebook.edition;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import zhangfa.rulebook.regulation.Edition;
import zhangfa.rulebook.regulation.Provision;
import zhangfa.rulebook.regulation.Rank;

/**
 * An edition as its page shows it.
 *
 * @param editions all of its regulation that the reader may see, the newest first
 * @param manages whether the reader may write drafts and begin new editions
 * @param units names by keys
 * @param positions names by keys
 */
public record EditionPage(
        Edition edition,
        List<Provision> text,
        List<Edition> editions,
        boolean manages,
        Map<String, String> units,
        Map<String, String> positions) {

    public boolean mayBeWritten() {
        return manages && edition.isDraft();
    }

    /** Where nobody is at work on the next edition. */
    public boolean mayBeRevised() {
        return manages && edition.isPublished() && editions.stream().allMatch(Edition::isPublished);
    }

    public boolean hasOlder() {
        return editions.stream().anyMatch(other -> other.isPublished() && other.number() < edition.number());
    }

    public List<String> scope() {
        var scope = edition.head().scope();
        return Stream.concat(
                        scope.units().stream().map(key -> units.getOrDefault(key, key)),
                        scope.positions().stream().map(key -> positions.getOrDefault(key, key)))
                .toList();
    }

    public String owner() {
        return positions.getOrDefault(edition.head().owner(), edition.head().owner());
    }

    public List<Rank> ranks() {
        return List.of(Rank.values());
    }

    public int articles() {
        return (int) text.stream().filter(Provision::isArticle).count();
    }
}
