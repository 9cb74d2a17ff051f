package zhangfa.register.entry;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Cuts words into pairs of neighbouring characters, by which PostgreSQL finds also words of two Chinese characters. */
final class Bigrams {

    private static final int MOST = 2_000;

    private Bigrams() {}

    static Set<String> of(String words) {
        var pairs = new TreeSet<String>();
        for (var word : words.toLowerCase(Locale.ROOT).split("[\\p{Z}\\p{C}]+", -1)) {
            for (var at = 0; at + 2 <= word.length() && pairs.size() < MOST; at++) {
                pairs.add(word.substring(at, at + 2));
            }
            if (word.length() == 1) {
                pairs.add(word);
            }
        }
        return pairs;
    }
}
