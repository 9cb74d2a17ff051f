package zhangfa.rulebook.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** The numbers that Word counts by itself, 第一章 or 1.1: they are shown on paper and stand nowhere in the text. */
final class WordNumbers implements WordParts.Listener {

    private static final Pattern PLACE = Pattern.compile("%([1-9])");

    /** One level of a list: how its number is written, and where it begins. */
    private static final class Level {
        private String format = "decimal";
        private String text = "";
        private int start = 1;
        private boolean legal;
    }

    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, String> abstracts = new HashMap<>();
    private final Map<String, Integer> restarts = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private String list = "";
    private String number = "";
    private int level;

    @Override
    public void begin(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "abstractNum" -> list = "" + WordParts.attribute(element, "abstractNumId");
            case "num" -> number = "" + WordParts.attribute(element, "numId");
            case "abstractNumId" -> abstracts.put(number, "" + WordParts.attribute(element, "val"));
            case "lvl" -> level = WordParts.number(element, "ilvl", 0);
            case "lvlOverride" -> level = WordParts.number(element, "ilvl", 0);
            case "startOverride" -> restarts.put(number + "/" + level, WordParts.number(element, "val", 1));
            case "start" -> open().start = WordParts.number(element, "val", 1);
            case "numFmt" -> open().format = "" + WordParts.attribute(element, "val");
            case "lvlText" -> open().text = "" + WordParts.attribute(element, "val");
            case "isLgl" -> open().legal = true;
            default -> {}
        }
    }

    private Level open() {
        return levels.computeIfAbsent(list + "/" + level, key -> new Level());
    }

    /** What stands before the next paragraph of this list at this depth; counts it. */
    String next(String num, int depth) {
        var of = abstracts.get(num);
        if (of == null || depth < 0 || depth > 8 || !levels.containsKey(of + "/" + depth)) {
            return "";
        }
        var counted = counts.computeIfAbsent(of, key -> new int[9]);
        if (begun.add(num) && restarts.containsKey(num + "/" + depth)) {
            counted[depth] = 0;
        }
        counted[depth] = counted[depth] == 0 ? first(num, of, depth) : counted[depth] + 1;
        for (var deeper = depth + 1; deeper < counted.length; deeper++) {
            counted[deeper] = 0;
        }
        var shown = level(of, depth);
        return shown.format.equals("bullet") ? "• " : written(shown, of, counted);
    }

    private int first(String num, String of, int depth) {
        return restarts.getOrDefault(num + "/" + depth, level(of, depth).start);
    }

    private Level level(String of, int depth) {
        return levels.computeIfAbsent(of + "/" + depth, key -> new Level());
    }

    private String written(Level shown, String of, int[] counted) {
        var label = PLACE.matcher(shown.text).replaceAll(place -> {
            var depth = place.group(1).charAt(0) - '1';
            var value = Math.max(counted[depth], level(of, depth).start);
            return Matcher.quoteReplacement(
                    shown.legal ? Integer.toString(value) : NumberFormat.of(level(of, depth).format, value));
        });
        return label.isBlank() ? "" : label + " ";
    }
}
