package zhangfa.rulebook.structure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way to read the numbers so far: which of them are headings, and how deep each stands. Worth more the better the
 * numbers follow one another.
 *
 * @param rungs the headings that are open, from the highest
 * @param last the last number of each style, {@code above} the style that it stood under first (itself where it stood highest)
 */
record Count(
        double worth,
        List<Rung> rungs,
        Map<Numbering, Integer> last,
        Map<Numbering, Numbering> above,
        @Nullable Heading heading) {

    /** An open heading. */
    record Rung(Numbering style, String prefix, int number) {}

    /** A number that is a heading, after the one before it. */
    record Heading(Marker marker, int depth, @Nullable Heading before) {}

    /** A heading's words are no longer than this. */
    private static final int WORDS = 40;

    static Count start() {
        return new Count(0, List.of(), Map.of(), Map.of(), null);
    }

    /** The number is none of a heading. */
    Count without(Marker marker) {
        var loss = switch (marker.place()) {
            case LINE -> marker.outlined() ? 6 : 2;
            case SENTENCE -> 0.7;
            case MIDST -> 0;
        };
        return new Count(worth - loss, rungs, last, above, heading);
    }

    /** Every way in which the number can be a heading; {@code folded} is the whole text. */
    List<Count> with(Marker marker, String folded) {
        var ways = new ArrayList<Count>();
        if (heading != null && marker.from() < heading.marker().to()) {
            return ways;
        }
        var place = worthOfPlace(marker, folded);
        var depth = depthOf(marker);
        if (depth >= 0) {
            ways.addAll(beside(marker, depth, place));
        } else {
            ways.addAll(below(marker, place));
        }
        return ways;
    }

    private int depthOf(Marker marker) {
        for (var depth = 0; depth < rungs.size(); depth++) {
            var rung = rungs.get(depth);
            if (rung.style() == marker.style() && rung.prefix().equals(marker.prefix())) {
                return depth;
            }
        }
        return -1;
    }

    /** As the next of those that are counted already. */
    private List<Count> beside(Marker marker, int depth, double place) {
        var count = rungs.get(depth).number();
        var step = marker.number() - count;
        var isLine = marker.place() == Marker.Place.LINE;
        if (marker.style().isOutline()) {
            return List.of(taken(marker, depth, place + 2));
        }
        if (step == 1) {
            return List.of(taken(marker, depth, place + 2));
        }
        if (isLine && (step == 2 || step == 0)) {
            return List.of(taken(marker, depth, place - 2.5));
        }
        return isLine && marker.number() == 1 ? List.of(taken(marker, depth, place - 4)) : List.of();
    }

    /** As the first of a new count. */
    private List<Count> below(Marker marker, double place) {
        var ways = new ArrayList<Count>();
        var style = marker.style();
        var goesOn = style.mayGoOn() && marker.number() == last.getOrDefault(style, 0) + 1 && marker.number() > 1;
        var begins = marker.number() == 1 || style.isOutline();
        if (!goesOn && !begins && marker.place() != Marker.Place.LINE) {
            return ways;
        }
        var first = goesOn ? 2 : begins ? -0.5 : -4;
        ways.add(taken(marker, rungs.size(), place + first + order(marker, rungs.size())));
        for (var depth = rungs.size() - 1; depth >= 0; depth--) {
            if (isHome(style, depth) || rungs.get(depth).style().compareTo(style) > 0) {
                ways.add(taken(marker, depth, place + first + order(marker, depth)));
            }
        }
        return ways;
    }

    /** Whether this style stood first at this depth, under the same style as now. */
    private boolean isHome(Numbering style, int depth) {
        return above.get(style) == styleAbove(style, depth);
    }

    private Numbering styleAbove(Numbering style, int depth) {
        return depth == 0 ? style : rungs.get(depth - 1).style();
    }

    private double order(Marker marker, int depth) {
        var style = marker.style();
        var worth = !above.containsKey(style) ? 0.0 : isHome(style, depth) ? 0.5 : -1.0;
        if (depth > 0) {
            var parent = rungs.get(depth - 1);
            worth -= parent.style().compareTo(marker.style()) > 0 ? 3 : 0;
            worth += chain(marker, parent);
        }
        return worth - 0.2 * (rungs.size() - depth);
    }

    /** 1.1 stands under 1, and 2.1 does not. */
    private static double chain(Marker marker, Rung parent) {
        if (marker.prefix().isEmpty()) {
            return 0;
        }
        var own = parent.prefix().isEmpty() ? "" + parent.number() : parent.prefix() + "." + parent.number();
        return marker.prefix().equals(own) ? 1 : -1.5;
    }

    private double worthOfPlace(Marker marker, String folded) {
        var strong = marker.style().mayGoOn() ? 1.5 : 0;
        var worth = switch (marker.place()) {
            case LINE -> 3 + (marker.outlined() ? 3 : 0);
            case SENTENCE -> 2;
            case MIDST -> -3;
        };
        return strong + (followsHeading(marker, folded) ? Math.max(worth, 2) : worth);
    }

    /** Between a heading's number and this one stand a few words and no sentence. */
    private boolean followsHeading(Marker marker, String folded) {
        if (heading == null || marker.from() - heading.marker().to() > WORDS) {
            return false;
        }
        var between = folded.substring(heading.marker().to(), marker.from());
        return !between.isBlank() && between.chars().noneMatch(sign -> "。;!?,:".indexOf(sign) >= 0);
    }

    private Count taken(Marker marker, int depth, double gain) {
        var open = new ArrayList<>(rungs.subList(0, depth));
        open.add(new Rung(marker.style(), marker.prefix(), marker.number()));
        var style = marker.style();
        var counted = new EnumMap<Numbering, Integer>(Numbering.class);
        counted.putAll(last);
        counted.put(style, marker.number());
        var stood = new EnumMap<Numbering, Numbering>(Numbering.class);
        stood.putAll(above);
        stood.putIfAbsent(style, styleAbove(style, depth));
        return new Count(worth + gain, List.copyOf(open), counted, stood, new Heading(marker, depth, heading));
    }
}
