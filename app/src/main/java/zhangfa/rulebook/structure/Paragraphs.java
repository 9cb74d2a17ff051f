package zhangfa.rulebook.structure;

import java.util.List;
import zhangfa.rulebook.structure.Passage.Range;

/** Joins the lines of a text that ended where the paper did, and parts what ran together. */
final class Paragraphs {

    private static final String STOPS = "。;!?:…";
    private static final double FULL = 0.8;

    private final String source;
    private final List<Integer> items;
    private final int width;

    /**
     * @param items places where an item of a list begins: each has a paragraph of its own
     * @param width how long a full line is; 0 where lines are paragraphs
     */
    Paragraphs(String source, List<Integer> items, int width) {
        this.source = source;
        this.items = items;
        this.width = width;
    }

    String of(List<Range> ranges) {
        var text = new StringBuilder();
        for (var range : ranges) {
            if (!text.isEmpty()) {
                join(text, "");
            }
            append(text, range);
        }
        return text.toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }

    private void append(StringBuilder text, Range range) {
        var line = new StringBuilder();
        for (var at = range.from(); at < range.to(); at++) {
            if (items.contains(at) && !line.isEmpty()) {
                text.append(line).append('\n');
                line.setLength(0);
            }
            if (source.charAt(at) == '\n') {
                text.append(line);
                join(text, line.toString());
                line.setLength(0);
            } else {
                line.append(source.charAt(at));
            }
        }
        text.append(line);
    }

    /** Ends the paragraph, unless the line was full and its sentence goes on. */
    private void join(StringBuilder text, String line) {
        var end = text.isEmpty()
                ? ' '
                : Folding.folded(text.substring(text.length() - 1)).charAt(0);
        var goesOn = width > 0 && STOPS.indexOf(end) < 0 && (line.isEmpty() || line.length() > FULL * width);
        if (!goesOn) {
            text.append('\n');
        } else if (end < 128) {
            text.append(' ');
        }
    }
}
