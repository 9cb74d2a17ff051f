package zhangfa.mining.write;

/** Text as XML 1.0 spells it, in elements and in attributes; characters that it cannot hold become U+FFFD. */
final class XmlText {

    private XmlText() {}

    static String escaped(String text) {
        var plain =
                text.codePoints().allMatch(c -> c >= ' ' && c < 0xd800 && c != '<' && c != '>' && c != '&' && c != '"');
        if (plain) {
            return text;
        }
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> escape(c, escaped));
        return escaped.toString();
    }

    private static void escape(int character, StringBuilder into) {
        switch (character) {
            case '<' -> into.append("&lt;");
            case '>' -> into.append("&gt;");
            case '&' -> into.append("&amp;");
            case '"' -> into.append("&quot;");
            case '\t', '\n', '\r' -> into.append("&#").append(character).append(';');
            default -> into.appendCodePoint(isXml(character) ? character : 0xfffd);
        }
    }

    private static boolean isXml(int character) {
        return character >= ' '
                && character != 0xfffe
                && character != 0xffff
                && (character < 0xd800 || character > 0xdfff);
    }
}
