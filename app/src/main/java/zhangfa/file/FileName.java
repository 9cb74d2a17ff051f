package zhangfa.file;

import java.util.regex.Pattern;

/** Turns the name that a client sends into one that is safe to show. */
final class FileName {

    private static final int LONGEST = 200;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Control characters, and the invisible ones that could make {@code gpj.exe} read as {@code exe.jpg}. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]");

    private FileName() {}

    static String shown(String sent) {
        var name = UNSEEN.matcher(FOLDERS.matcher(sent).replaceFirst(""))
                .replaceAll("")
                .strip();
        if (name.isEmpty() || name.chars().allMatch(character -> character == '.')) {
            return "file";
        }
        return shortened(name);
    }

    /** A long name loses its middle, so that its ending still says what it is. */
    private static String shortened(String name) {
        var points = name.codePoints().toArray();
        if (points.length <= LONGEST) {
            return name;
        }
        var head = LONGEST - 21;
        return new String(points, 0, head) + "…" + new String(points, points.length - 20, 20);
    }
}
