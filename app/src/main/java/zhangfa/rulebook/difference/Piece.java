package zhangfa.rulebook.difference;

/** Some words of a provision, and whether they were put in, taken out, or are in both. */
public record Piece(Kind kind, String text) {

    /** What became of the words. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    public boolean isAdded() {
        return kind == Kind.ADDED;
    }

    public boolean isRemoved() {
        return kind == Kind.REMOVED;
    }
}
