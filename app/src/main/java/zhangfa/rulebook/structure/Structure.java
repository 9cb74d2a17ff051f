package zhangfa.rulebook.structure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.rulebook.structure.Count.Heading;
import zhangfa.rulebook.structure.Manuscript.Line;
import zhangfa.rulebook.structure.Outline.Mend;
import zhangfa.rulebook.structure.Passage.Kind;
import zhangfa.rulebook.structure.Passage.Range;

/** Finds the structure of a document: which of its words are a title, a chapter, a section, an article, and which are none of it. */
public final class Structure {

    private final List<Line> lines;
    private final List<Mend> mended = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final String source;
    private final String folded;
    private final BitSet boilerplate;
    private final int width;

    private Structure(Manuscript manuscript) {
        this.lines = manuscript.lines().stream().map(this::mended).toList();
        var read = new Manuscript(lines, manuscript.wrapped());
        this.source = read.text();
        this.folded = Folding.folded(source);
        this.boilerplate = Boilerplate.of(read);
        this.width = manuscript.wrapped() ? width(lines) : 0;
        var at = 0;
        for (var line : lines) {
            starts.add(at);
            at += line.text().length() + 1;
        }
    }

    /** The structure as far as plain rules find it; a person corrects the rest. */
    public static Outline of(Manuscript manuscript) {
        return new Structure(manuscript).outline();
    }

    /** A text that a person says is an article, with its number and title as far as it has them. */
    public static Passage begun(String text) {
        var first = Markers.of(Line.of(text.lines().findFirst().orElse("")), 0).stream()
                .filter(marker -> marker.from() == 0)
                .findFirst();
        var at = first.map(Marker::to).orElse(0);
        var words = text.substring(at);
        var title = Math.min(Titles.length(Folding.folded(words), false, 0), words.length());
        return new Passage(
                Kind.ARTICLE,
                text.substring(0, at).strip(),
                at == 0 ? "" : Passages.cleaned(words.substring(0, title)),
                words.substring(at == 0 ? 0 : title).strip(),
                List.of());
    }

    private Line mended(Line line) {
        var single = Doubled.single(line.text());
        if (single.equals(line.text())) {
            return line;
        }
        mended.add(new Mend(line.text(), single));
        return line.reading(single);
    }

    private Outline outline() {
        var counted = Counting.headings(markers(), folded);
        var kinds = Levels.of(counted);
        var headings = counted.stream()
                .filter(heading -> kinds.containsKey(heading.marker().style()))
                .map(Heading::marker)
                .toList();
        var items = counted.stream()
                .map(Heading::marker)
                .filter(marker -> !kinds.containsKey(marker.style()))
                .map(Marker::from)
                .toList();
        var passages = new Passages(source, folded, new Paragraphs(source, items, width), isRunOn(headings), width);
        return new Outline(leaves(passages.of(stretches(headings), kinds)), mended);
    }

    private List<Marker> markers() {
        var markers = new ArrayList<Marker>();
        for (var at = 0; at < lines.size(); at++) {
            if (!boilerplate.get(at)) {
                markers.addAll(Markers.of(lines.get(at), starts.get(at)));
            }
        }
        return markers;
    }

    /** A heading and its stretches; before the first heading there is none. */
    record Stretch(@Nullable Marker heading, boolean boilerplate, List<Range> ranges) {}

    /** Every line or part of one goes to the heading before it; boilerplate stands for itself. */
    private List<Stretch> stretches(List<Marker> headings) {
        var stretches = new ArrayList<Stretch>();
        @Nullable Stretch open = null;
        @Nullable Stretch removed = null;
        var next = 0;
        for (var line = 0; line < lines.size(); line++) {
            var at = starts.get(line);
            var end = at + lines.get(line).text().length();
            if (boilerplate.get(line)) {
                if (removed == null) {
                    removed = new Stretch(null, true, new ArrayList<>());
                    stretches.add(removed);
                }
                removed.ranges().add(new Range(at, end));
                continue;
            }
            removed = null;
            while (next < headings.size() && headings.get(next).from() < end + (at == end ? 1 : 0)) {
                var from = headings.get(next).from();
                if (!source.substring(at, from).isBlank()) {
                    open = kept(open, stretches, at, from);
                    at = from;
                }
                open = new Stretch(headings.get(next++), false, new ArrayList<>());
                stretches.add(open);
            }
            open = kept(open, stretches, at, end);
        }
        return stretches;
    }

    private static Stretch kept(@Nullable Stretch open, List<Stretch> stretches, int from, int to) {
        var stretch = open;
        if (stretch == null) {
            stretch = new Stretch(null, false, new ArrayList<>());
            stretches.add(stretch);
        }
        if (to > from) {
            stretch.ranges().add(new Range(from, to));
        }
        return stretch;
    }

    /** Whether headings stand inside lines, so that titles run into their text. */
    private boolean isRunOn(List<Marker> headings) {
        var inside = headings.stream()
                .filter(marker -> marker.place() != Marker.Place.LINE)
                .count();
        return inside * 4 > headings.size();
    }

    /** A section without articles is an article itself. */
    private static List<Passage> leaves(List<Passage> passages) {
        var read = new ArrayList<>(passages);
        var below = Kind.CHAPTER;
        for (var at = read.size() - 1; at >= 0; at--) {
            var kind = read.get(at).kind();
            if (kind == Kind.SECTION && below != Kind.ARTICLE) {
                read.set(at, read.get(at).as(Kind.ARTICLE));
            }
            below = kind.isHeading() ? kind : below;
        }
        return read;
    }

    /** The length that nine lines of ten do not exceed. */
    private static int width(List<Line> lines) {
        var lengths = lines.stream()
                .map(line -> line.text().length())
                .filter(length -> length > 0)
                .sorted()
                .toList();
        return lengths.isEmpty() ? 0 : lengths.get((int) (lengths.size() * 0.9));
    }
}
