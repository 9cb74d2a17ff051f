package zhangfa.api;

import com.github.promeg.pinyinhelper.Pinyin;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a key of a name: pinyin, letters and digits; nobody who names a register, a field or a process need know what a key is. */
public final class Keying {

    private static final int LONGEST = 24;

    private Keying() {}

    /** One that is not taken. */
    public static String of(String name, Set<String> taken) {
        var spelled = name.codePoints()
                .filter(letter -> letter <= Character.MAX_VALUE)
                .mapToObj(
                        letter -> "_".repeat(Pinyin.isChinese((char) letter) ? 1 : 0) + Pinyin.toPinyin((char) letter))
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[^a-z]+", "");
        var key = spelled.isEmpty()
                ? "x"
                : spelled.substring(0, Math.min(LONGEST, spelled.length())).replaceAll("_+$", "");
        return taken.contains(key)
                ? IntStream.iterate(2, next -> next + 1)
                        .mapToObj(next -> key + "_" + next)
                        .filter(each -> !taken.contains(each))
                        .findFirst()
                        .orElseThrow()
                : key;
    }
}
