package zhangfa.rulebook.structure;

import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import zhangfa.rulebook.structure.Count.Heading;
import zhangfa.rulebook.structure.Passage.Kind;

/** Says which style of numbers is a document's chapter, section and article; deeper ones are parts of an article's text. */
final class Levels {

    /** Where fewer of the headings above have any of a style below them, it is a list inside their text. */
    private static final double USUAL = 0.2;

    private Levels() {}

    static Map<Numbering, Kind> of(List<Heading> headings) {
        var styles = inOrder(headings);
        var article = styles.indexOf(Numbering.ARTICLE);
        var kinds = new EnumMap<Numbering, Kind>(Numbering.class);
        if (article >= 0) {
            above(styles.subList(0, article), kinds);
            kinds.put(Numbering.ARTICLE, Kind.ARTICLE);
            return kinds;
        }
        var structural = structural(styles, headings);
        switch (structural.size()) {
            case 0 -> {}
            case 1 -> kinds.put(structural.getFirst(), Kind.ARTICLE);
            case 2 -> {
                kinds.put(structural.getFirst(), Kind.CHAPTER);
                kinds.put(structural.getLast(), Kind.ARTICLE);
            }
            default -> {
                kinds.put(structural.get(0), Kind.CHAPTER);
                kinds.put(structural.get(1), Kind.SECTION);
                kinds.put(structural.get(2), Kind.ARTICLE);
            }
        }
        return kinds;
    }

    /** The lowest of what stands above 第一条 is its section, if it is one of two; all others are chapters. */
    private static void above(List<Numbering> styles, Map<Numbering, Kind> kinds) {
        styles.forEach(style -> kinds.put(style, Kind.CHAPTER));
        if (styles.size() > 1) {
            kinds.put(styles.getLast(), Kind.SECTION);
        }
    }

    /** From the highest. */
    private static List<Numbering> inOrder(List<Heading> headings) {
        var depths = headings.stream()
                .collect(groupingBy(heading -> heading.marker().style(), averagingInt(Heading::depth)));
        return depths.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry<Numbering, Double>::getValue)
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Numbering> structural(List<Numbering> styles, List<Heading> headings) {
        var structural = new ArrayList<Numbering>();
        for (var style : styles) {
            if (!structural.isEmpty() && share(structural.getLast(), style, headings) < USUAL) {
                break;
            }
            structural.add(style);
        }
        return structural;
    }

    /** How many of the headings of the one style are directly followed by one of the other. */
    private static double share(Numbering above, Numbering below, List<Heading> headings) {
        var all = 0;
        var followed = 0;
        for (var at = 0; at < headings.size(); at++) {
            if (headings.get(at).marker().style() == above) {
                all++;
                followed += at + 1 < headings.size()
                                && headings.get(at + 1).marker().style() == below
                        ? 1
                        : 0;
            }
        }
        return all == 0 ? 0 : (double) followed / all;
    }
}
