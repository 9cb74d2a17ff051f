package zhangfa.finance.ledger;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows of a file that spreadsheets open (RFC 4180), in which nothing that people typed becomes a formula. */
final class Csv {

    /** Tells Excel that what follows is UTF-8. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

    private Csv() {}

    static String row(String... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        var harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return harmless.matches("(?s).*[\",\\r\\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
