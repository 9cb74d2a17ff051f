package zhangfa.rulebook.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import zhangfa.rulebook.structure.Manuscript;
import zhangfa.rulebook.structure.Manuscript.Line;
import zhangfa.rulebook.structure.Manuscript.Role;

/**
 * Reads the text of a DOCX as it stands on paper: with the numbers that Word counts, with insertions and without deletions,
 * tables row by row.
 */
final class WordText implements WordParts.Listener {

    private final WordStyles styles;
    private final WordNumbers numbers;
    private final Role role;
    private final List<Line> lines = new ArrayList<>();
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private final Deque<Row> rows = new ArrayDeque<>();
    private boolean isText;
    private int fallbacks;

    /** A paragraph that is being read; a text box stands inside another one. */
    private static final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private final WordStyles.Look look = new WordStyles.Look();
    }

    /** A row of a table that is being read, by its cells. */
    private static final class Row {
        private final List<List<Line>> cells = new ArrayList<>();
    }

    private WordText(WordStyles styles, WordNumbers numbers, Role role) {
        this.styles = styles;
        this.numbers = numbers;
        this.role = role;
    }

    static Manuscript read(byte[] content) throws Unreadable {
        var parts = WordParts.of(content);
        var styles = new WordStyles();
        var numbers = new WordNumbers();
        parts.each("word/styles\\.xml", styles);
        parts.each("word/numbering\\.xml", numbers);
        var lines = new ArrayList<Line>();
        lines.addAll(read(parts, "word/header.*", styles, numbers, Role.MARGIN));
        lines.addAll(read(parts, "word/document\\.xml", styles, numbers, Role.TEXT));
        lines.addAll(read(parts, "word/(?:foot|end)notes\\.xml", styles, numbers, Role.ROW));
        lines.addAll(read(parts, "word/footer.*", styles, numbers, Role.MARGIN));
        return new Manuscript(lines, false);
    }

    private static List<Line> read(WordParts parts, String name, WordStyles styles, WordNumbers numbers, Role role)
            throws Unreadable {
        var text = new WordText(styles, numbers, role);
        parts.each(name, text);
        return text.lines;
    }

    @Override
    public void begin(XMLStreamReader element) {
        var name = element.getLocalName();
        if (fallbacks > 0 || name.equals("Fallback")) {
            fallbacks += name.equals("Fallback") ? 1 : 0;
            return;
        }
        switch (name) {
            case "p" -> paragraphs.push(new Paragraph());
            case "tr" -> rows.push(new Row());
            case "tc" -> rows.stream().limit(1).forEach(row -> row.cells.add(new ArrayList<>()));
            case "t" -> isText = true;
            default -> inside(element, name);
        }
    }

    private void inside(XMLStreamReader element, String name) {
        var paragraph = paragraphs.peek();
        if (paragraph == null) {
            return;
        }
        switch (name) {
            case "tab", "ptab" -> paragraph.text.append(' ');
            case "br", "cr" -> paragraph.text.append('\n');
            case "noBreakHyphen" -> paragraph.text.append('-');
            case "blip", "imagedata" -> paragraph.text.append(Manuscript.PICTURE);
            default -> paragraph.look.note(element);
        }
    }

    @Override
    public void text(String text) {
        var paragraph = paragraphs.peek();
        if (isText && paragraph != null && fallbacks == 0) {
            paragraph.text.append(text);
        }
    }

    @Override
    public void end(String element) {
        if (fallbacks > 0) {
            fallbacks -= element.equals("Fallback") ? 1 : 0;
            return;
        }
        switch (element) {
            case "t" -> isText = false;
            case "p" -> end(paragraphs.pop());
            case "tr" -> end(rows.pop());
            default -> {}
        }
    }

    private void end(Paragraph paragraph) {
        var look = styles.whole(paragraph.look);
        var text = paragraph.text.toString();
        if (text.isBlank()) {
            return;
        }
        var number = look.list == null || look.list.equals("0") ? "" : numbers.next(look.list, Math.max(look.depth, 0));
        var outline = look.outline >= 0 && look.outline < 9 && role == Role.TEXT ? look.outline + 1 : 0;
        (number + text)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> new Line(line, outline, 0, role))
                .forEach(place()::add);
    }

    /** A table of one column is a frame around text, and no table. */
    private void end(Row row) {
        var place = place();
        if (row.cells.size() < 2) {
            row.cells.forEach(place::addAll);
            return;
        }
        var text = String.join(
                " | ",
                row.cells.stream()
                        .map(cell ->
                                String.join(" ", cell.stream().map(Line::text).toList()))
                        .toList());
        if (!text.replace("|", "").isBlank()) {
            place.add(new Line(text, 0, 0, role == Role.TEXT ? Role.ROW : role));
        }
    }

    private List<Line> place() {
        var row = rows.peek();
        return row == null || row.cells.isEmpty() ? lines : row.cells.getLast();
    }
}
