package zhangfa.rulebook.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import zhangfa.rulebook.structure.Passage.Kind;
import zhangfa.rulebook.structure.Passage.Range;
import zhangfa.rulebook.structure.Structure.Stretch;

/** Writes the stretches of a document as passages: with number, title and text. */
final class Passages {

    private static final int LONGEST_TITLE = 40;

    private final String source;
    private final String folded;
    private final Paragraphs paragraphs;
    private final boolean runOn;
    private final int width;

    Passages(String source, String folded, Paragraphs paragraphs, boolean runOn, int width) {
        this.source = source;
        this.folded = folded;
        this.paragraphs = paragraphs;
        this.runOn = runOn;
        this.width = width;
    }

    List<Passage> of(List<Stretch> stretches, Map<Numbering, Kind> kinds) {
        var passages = new ArrayList<Passage>();
        for (var stretch : stretches) {
            var marker = stretch.heading();
            if (stretch.boilerplate()) {
                passages.add(new Passage(Kind.BOILERPLATE, "", "", paragraphs.of(stretch.ranges()), stretch.ranges()));
            } else if (marker == null) {
                passages.addAll(before(stretch.ranges()));
            } else {
                passages.add(heading(marker, kinds.getOrDefault(marker.style(), Kind.ARTICLE), stretch.ranges()));
            }
        }
        return passages.stream().filter(Passages::saysSomething).toList();
    }

    private static boolean saysSomething(Passage passage) {
        return !(passage.number() + passage.title() + passage.text()).isBlank();
    }

    /** Before the first heading: the first short line is the document's title, the rest its foreword. */
    private List<Passage> before(List<Range> ranges) {
        for (var at = 0; at < ranges.size(); at++) {
            var line =
                    source.substring(ranges.get(at).from(), ranges.get(at).to()).strip();
            if (!line.isEmpty()) {
                var isTitle = line.length() <= LONGEST_TITLE && !line.matches(".*[。；;，,].*");
                var split = isTitle ? at + 1 : at;
                var title = isTitle ? line.replaceFirst("[?？\\s]+$", "") : "";
                var rest = ranges.subList(split, ranges.size());
                return List.of(
                        new Passage(Kind.TITLE, "", title, "", ranges.subList(0, split)),
                        new Passage(Kind.FOREWORD, "", "", paragraphs.of(rest), rest));
            }
        }
        return List.of(new Passage(Kind.FOREWORD, "", "", "", ranges));
    }

    private Passage heading(Marker marker, Kind kind, List<Range> ranges) {
        var number = source.substring(marker.from(), marker.to()).strip();
        var body = after(ranges, marker.to());
        var words = words(body);
        var length = Math.min(Titles.length(words, runOn, width), words.length());
        var title = length == 0 ? "" : cleaned(source.substring(marker.to(), marker.to() + length));
        return new Passage(kind, number, title, paragraphs.of(after(body, marker.to() + length)), ranges);
    }

    private String words(List<Range> ranges) {
        return String.join(
                "\n",
                ranges.stream()
                        .map(range -> folded.substring(range.from(), range.to()))
                        .toList());
    }

    static String cleaned(String title) {
        return title.strip()
                .replaceFirst("^[【（(\\[〔]", "")
                .replaceFirst("[】）)\\]〕：:]$", "")
                .strip();
    }

    private static List<Range> after(List<Range> ranges, int from) {
        return ranges.stream()
                .filter(range -> range.to() > from)
                .map(range -> new Range(Math.max(range.from(), from), range.to()))
                .toList();
    }
}
