package zhangfa.mining.log;

/** What the text of an attribute means. */
public enum Kind {
    TEXT('s'),
    DATE('d'),
    WHOLE('i'),
    DECIMAL('f'),
    TRUTH('b'),
    /** From a file without types: numbers where every value of the column is one, text otherwise. */
    UNTYPED('u');

    // Tells apart in a dictionary what is written alike.
    final char mark;

    Kind(char mark) {
        this.mark = mark;
    }
}
