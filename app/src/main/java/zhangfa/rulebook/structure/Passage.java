package zhangfa.rulebook.structure;

import java.util.List;

/**
 * A piece of a document and what it is.
 *
 * @param number as it is written, 第三条 or （一）; empty without one
 * @param text what stands below the heading, one line for each paragraph
 * @param ranges where it stands in the document
 */
public record Passage(Kind kind, String number, String title, String text, List<Range> ranges) {

    /** What a passage is for. */
    public enum Kind {
        /** What the document is called. */
        TITLE,
        /** Words before the first heading. */
        FOREWORD,
        CHAPTER,
        SECTION,
        ARTICLE,
        /** No part of the rules: proposed for removal, and kept until a person agrees. */
        BOILERPLATE;

        public boolean isHeading() {
            return this == CHAPTER || this == SECTION || this == ARTICLE;
        }
    }

    /** A stretch of the document's text; {@code to} is the place after it. */
    public record Range(int from, int to) {}

    public Passage {
        ranges = List.copyOf(ranges);
    }

    Passage as(Kind other) {
        return new Passage(other, number, title, text, ranges);
    }
}
