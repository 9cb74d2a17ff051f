package zhangfa.api;

import com.github.promeg.pinyinhelper.Pinyin;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** By what a thing is found: what it is called, spelled in pinyin, and the initials of that; all in lower case. */
public final class SearchWords {

    private static final int MOST = 8;

    private SearchWords() {}

    /** Of a name, and whatever else it is known by as it stands. */
    public static String of(String name, String... others) {
        return Stream.concat(
                        Stream.of(name), Stream.concat(Arrays.stream(others), Stream.of(spelled(name), initials(name))))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    /** Of something whose words are many: without the whole spelling. */
    public static String brief(String title) {
        return (title + " " + initials(title)).toLowerCase(Locale.ROOT);
    }

    /** What somebody looks for: the words between spaces, each of which has to be found; the first eight. */
    public static List<String> wanted(String typed) {
        return Arrays.stream(
                        typed.replace("\0", "").strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList();
    }

    /** What an index of texts without spaces holds of one: each letter and each pair of neighbours, as a number each. */
    public static int[] pieces(String text) {
        return IntStream.range(0, text.length())
                .flatMap(at -> at == 0 ? IntStream.of(text.charAt(0)) : IntStream.of(text.charAt(at), pair(text, at)))
                .distinct()
                .toArray();
    }

    /** Those {@linkplain #pieces pieces} that a text must have in which these words stand. */
    public static int[] sought(List<String> words) {
        return words.stream()
                .flatMapToInt(word -> word.length() == 1
                        ? IntStream.of(word.charAt(0))
                        : IntStream.range(1, word.length()).map(at -> pair(word, at)))
                .distinct()
                .toArray();
    }

    private static int pair(String text, int second) {
        return text.charAt(second - 1) << 16 | text.charAt(second);
    }

    private static String spelled(String name) {
        return name.chars().mapToObj(letter -> Pinyin.toPinyin((char) letter)).collect(Collectors.joining());
    }

    private static String initials(String name) {
        return name.chars()
                .filter(letter -> !Character.isWhitespace(letter))
                .mapToObj(letter -> Pinyin.toPinyin((char) letter).substring(0, 1))
                .collect(Collectors.joining());
    }
}
