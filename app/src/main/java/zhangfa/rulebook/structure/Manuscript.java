package zhangfa.rulebook.structure;

import java.util.List;

/**
 * A document as it was read: its lines in reading order.
 *
 * @param wrapped whether a line ends where the paper does, so that a sentence goes on in the next one
 */
public record Manuscript(List<Line> lines, boolean wrapped) {

    /** Stands where the document had a picture. */
    public static final char PICTURE = '\uFFFC';

    /** What a line is in the document. */
    public enum Role {
        TEXT,
        /** A row of a table, whose cells are never headings. */
        ROW,
        /** The head or foot of every page. */
        MARGIN
    }

    /**
     * One line or paragraph.
     *
     * @param outline the level that the document itself gives to a heading, from 1; 0 for everything else
     * @param page the page it stands on, from 1; 0 where the document has none
     */
    public record Line(String text, int outline, int page, Role role) {

        public static Line of(String text) {
            return heading(text, 0);
        }

        public static Line heading(String text, int outline) {
            return new Line(text, outline, 0, Role.TEXT);
        }

        Line reading(String mended) {
            return new Line(mended, outline, page, role);
        }
    }

    public Manuscript {
        lines = List.copyOf(lines);
    }

    /** All of it, line by line; places in a structure are counted in this text. */
    public String text() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }
}
