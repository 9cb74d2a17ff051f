package zhangfa.flow;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Conditions of other tools, <code>${amount &gt; 1000 &amp;&amp; !urgent}</code>, as FEEL. Only comparisons of fields and
 * literals; whatever could call into Java is refused.
 */
final class Juel {

    private static final Pattern WHOLE = Pattern.compile("[$#]\\{(.*)}", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<number>\\d+(?:\\.\\d+)?)"
            + "|(?<text>'[^'\\\\]*'|\"[^\"\\\\]*\")"
            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*)"
            + "|(?<sign>&&|\\|\\||==|!=|<=|>=|[<>!()+*/-]))");
    private static final Map<String, String> SIGNS = Map.of("&&", " and ", "||", " or ", "==", "=");
    private static final Map<String, String> WORDS =
            Map.of("eq", "=", "ne", "!=", "lt", "<", "gt", ">", "le", "<=", "ge", ">=", "and", " and ", "or", " or ");
    private static final Set<String> UNKNOWN = Set.of("empty", "div", "mod", "instanceof");

    private final String source;
    private final StringBuilder feel = new StringBuilder();
    private int at;
    private boolean afterWord;
    private boolean negates;

    private Juel(String source) {
        this.source = source.strip();
    }

    static boolean isJuel(String text) {
        return WHOLE.matcher(text).matches();
    }

    /**
     * The same in FEEL.
     *
     * @throws IllegalArgumentException where the expression is more than simple comparisons
     */
    static String toFeel(String text) {
        var whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new IllegalArgumentException("Not written as ${…}: " + text);
        }
        return new Juel(whole.group(1)).translate();
    }

    private String translate() {
        var token = TOKEN.matcher(source);
        while (at < source.length()) {
            if (!token.find(at) || token.start() != at) {
                throw notSimple();
            }
            at = token.end();
            if (token.group("sign") != null) {
                sign(token.group("sign"));
            } else if (token.group("word") != null) {
                word(token.group("word"));
            } else if (negates) {
                throw notSimple();
            } else {
                var text = token.group("text");
                feel.append(text == null ? token.group("number") : quoted(text));
                afterWord = false;
            }
        }
        if (negates) {
            throw notSimple();
        }
        return feel.toString();
    }

    private void sign(String sign) {
        if (negates || (afterWord && sign.equals("("))) {
            throw notSimple();
        }
        negates = sign.equals("!");
        if (!negates) {
            feel.append(SIGNS.getOrDefault(sign, " " + sign + " "));
        }
        afterWord = false;
    }

    private void word(String word) {
        if (UNKNOWN.contains(word)) {
            throw notSimple();
        }
        if (word.equals("not")) {
            negates = true;
            return;
        }
        var operator = WORDS.get(word);
        if (negates && operator != null) {
            throw notSimple();
        }
        feel.append(operator != null ? operator : negates ? "not(" + word + ")" : word);
        afterWord = operator == null;
        negates = false;
    }

    private static String quoted(String text) {
        return '"' + text.substring(1, text.length() - 1).replace("\"", "\\\"") + '"';
    }

    private IllegalArgumentException notSimple() {
        return new IllegalArgumentException("Only simple comparisons can be understood, not " + source);
    }
}
