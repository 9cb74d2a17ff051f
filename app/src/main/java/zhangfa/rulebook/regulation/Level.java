package zhangfa.rulebook.regulation;

import java.util.Locale;

/** What a provision is in the order of a regulation. */
public enum Level {
    CHAPTER,
    SECTION,
    ARTICLE;

    /** As it is written in the database, in files and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Level of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
