package zhangfa.directory.provider;

/**
 * Something that a kind of provider needs to be told.
 *
 * @param usual what holds where nothing is said; empty for nothing
 * @param isAddress whether it says where the provider's secret is sent
 * @param isLong several lines of text
 */
public record Field(String name, boolean isRequired, String usual, boolean isAddress, boolean isLong) {

    static Field required(String name) {
        return new Field(name, true, "", false, false);
    }

    static Field address(String name) {
        return new Field(name, true, "", true, false);
    }

    static Field usual(String name, String usual) {
        return new Field(name, false, usual, false, false);
    }

    static Field optional(String name) {
        return new Field(name, false, "", false, false);
    }

    /** An address that is the same for nearly everybody. */
    static Field fixed(String name, String usual) {
        return new Field(name, false, usual, true, false);
    }

    static Field text(String name) {
        return new Field(name, false, "", false, true);
    }

    int longest() {
        return isLong ? 10_000 : 500;
    }
}
