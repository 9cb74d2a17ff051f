package zhangfa.rulebook.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import zhangfa.rulebook.structure.Count.Heading;

/**
 * Decides which numbers are headings: of all ways to count through the document the one that is worth most, found by a beam
 * search. A number in the middle of a sentence, a year or a quotation of another article does not continue the count.
 */
final class Counting {

    private static final int BEAM = 24;

    private Counting() {}

    /** The headings in the order of the text; {@code text} is the whole of it, folded. */
    static List<Heading> headings(List<Marker> markers, String text) {
        var beam = List.of(Count.start());
        for (var marker : markers) {
            var next = new ArrayList<Count>();
            for (var count : beam) {
                next.add(count.without(marker));
                next.addAll(count.with(marker, text));
            }
            beam = best(next);
        }
        var headings = new ArrayList<Heading>();
        for (var heading = beam.getFirst().heading(); heading != null; heading = heading.before()) {
            headings.addFirst(heading);
        }
        return headings;
    }

    /** Of two ways that have the same headings open, the better one is enough. */
    private static List<Count> best(List<Count> counts) {
        var kept = new LinkedHashMap<List<Count.Rung>, Count>();
        counts.stream()
                .sorted(Comparator.comparingDouble(Count::worth).reversed())
                .forEach(count -> kept.putIfAbsent(count.rungs(), count));
        return kept.values().stream().limit(BEAM).toList();
    }
}
