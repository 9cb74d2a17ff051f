package zhangfa.organization.person;

import com.github.promeg.pinyinhelper.Pinyin;
import java.util.Locale;
import java.util.stream.Collectors;

/** Everything that finds a person: the name, the username, the name's pinyin and its initials. */
final class SearchWords {

    private SearchWords() {}

    static String of(String name, String username) {
        return String.join(" ", name, username, spelled(name), initials(name)).toLowerCase(Locale.ROOT);
    }

    private static String spelled(String name) {
        return name.chars().mapToObj(letter -> Pinyin.toPinyin((char) letter)).collect(Collectors.joining());
    }

    private static String initials(String name) {
        return name.chars()
                .mapToObj(letter -> Pinyin.toPinyin((char) letter).substring(0, 1))
                .collect(Collectors.joining());
    }
}
