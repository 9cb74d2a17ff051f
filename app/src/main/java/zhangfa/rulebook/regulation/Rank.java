package zhangfa.rulebook.regulation;

import java.util.Locale;

/** Which regulation goes before another where the two contradict each other; the first one before all. */
public enum Rank {
    CHARTER,
    BASIC,
    SPECIAL,
    DETAIL;

    /** As it is written in the database, in files and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Rank of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String key() {
        return "rulebook.rank." + word();
    }
}
