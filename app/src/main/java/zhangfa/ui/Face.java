package zhangfa.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What stands for a person where there is no photo: the last character of a Chinese name or two initials, and a colour. */
public record Face(String initials, int colour) {

    private static final int COLOURS = 8;

    public static Face of(String name) {
        return new Face(initials(name.strip()), Math.floorMod(name.hashCode(), COLOURS));
    }

    /** Two Latin letters need a smaller size than one character. */
    public boolean isWide() {
        return initials.length() > 1;
    }

    private static String initials(String name) {
        if (name.isEmpty()) {
            return "?";
        }
        var last = name.codePointBefore(name.length());
        if (Character.isIdeographic(last)) {
            return Character.toString(last);
        }
        return Arrays.stream(name.split("[\\s.@_-]+"))
                .filter(part -> !part.isEmpty())
                .limit(2)
                .map(part -> Character.toString(part.codePointAt(0)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
