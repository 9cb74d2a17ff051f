package zhangfa.rulebook.structure;

/** Reads a line in which a bad conversion has written every character twice: 第第一一章章. */
final class Doubled {

    private static final int SHORTEST = 4;

    private Doubled() {}

    /** The line itself, unless it is doubled from end to end; spaces may stand alone. */
    static String single(String line) {
        var read = new StringBuilder();
        var pairs = 0;
        var at = 0;
        while (at < line.length()) {
            var sign = line.charAt(at);
            var isPair = at + 1 < line.length() && line.charAt(at + 1) == sign;
            if (!isPair && !Character.isWhitespace(sign)) {
                return line;
            }
            pairs += isPair && Character.isLetterOrDigit(sign) ? 1 : 0;
            read.append(sign);
            at += isPair ? 2 : 1;
        }
        return pairs >= SHORTEST / 2 && !isOneSign(read) ? read.toString() : line;
    }

    /** A ruler of dashes, or 88. */
    private static boolean isOneSign(StringBuilder read) {
        return read.chars()
                        .filter(sign -> !Character.isWhitespace(sign))
                        .distinct()
                        .count()
                < 3;
    }
}
