package zhangfa.rulebook.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import zhangfa.rulebook.structure.Manuscript.Line;
import zhangfa.rulebook.structure.Manuscript.Role;
import zhangfa.rulebook.structure.Marker.Place;

/** Finds every number that may begin a heading; which of them do is decided by how they count. */
final class Markers {

    /** What may stand before a number at the beginning of a line. */
    private static final String BULLETS = " •●○■◆▪▲★※-*#>\uFFFC";

    private static final String ENDS = "。;!?:…)”』」》】.";

    private final List<Marker> found = new ArrayList<>();

    private Markers() {}

    /** Those of one line, which begins at this place of the text. */
    static List<Marker> of(Line line, int at) {
        if (line.role() != Role.TEXT || line.text().isBlank()) {
            return List.of();
        }
        var markers = new Markers();
        markers.search(line, at);
        return markers.found;
    }

    private void search(Line line, int at) {
        var folded = Folding.folded(line.text());
        for (var style : Numbering.WRITTEN) {
            for (var match = style.pattern().matcher(folded); match.find(); ) {
                add(style, match, folded, line, at);
            }
        }
        found.sort(Comparator.comparingInt(Marker::from).thenComparing(marker -> -marker.to()));
        var start = beginning(folded);
        if (line.outline() > 0 && found.stream().noneMatch(marker -> marker.from() == at + start)) {
            found.addFirst(
                    new Marker(at + start, at + start, Numbering.outline(line.outline()), "", 0, Place.LINE, true));
        }
    }

    private void add(Numbering style, Matcher match, String folded, Line line, int at) {
        var written = match.group(1) == null ? match.group(2) : match.group(1);
        var dot = written.lastIndexOf('.');
        var number =
                style == Numbering.CIRCLED ? written.charAt(0) - '①' + 1 : Numerals.read(written.substring(dot + 1));
        var place = place(folded, match.start());
        if (number > 0) {
            var prefix = dot < 0 ? "" : written.substring(0, dot);
            var outlined = line.outline() > 0 && place == Place.LINE;
            found.add(new Marker(at + match.start(), at + match.end(), style, prefix, number, place, outlined));
        }
    }

    private static int beginning(String folded) {
        var at = 0;
        while (at < folded.length() && BULLETS.indexOf(folded.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static Place place(String folded, int at) {
        if (at <= beginning(folded)) {
            return Place.LINE;
        }
        var before = folded.substring(0, at).stripTrailing();
        return ENDS.indexOf(before.charAt(before.length() - 1)) >= 0 ? Place.SENTENCE : Place.MIDST;
    }
}
