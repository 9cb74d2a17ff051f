package zhangfa.finance.voucher;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an invoice from the words printed on it. */
final class InvoiceText {

    private static final String COLON = "\\s*[:：]?\\s*";
    private static final Pattern NUMBER = Pattern.compile("发票号码" + COLON + "(\\d{20}|\\d{8})(?!\\d)");
    private static final Pattern CODE = Pattern.compile("发票代码" + COLON + "(\\d{12}|\\d{10})(?!\\d)");
    /** Some print the labels first and the values behind all of them. */
    private static final Pattern LONELY_NUMBER = Pattern.compile("(?<![\\dA-Za-z])\\d{20}(?![\\dA-Za-z])");

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日|(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern NAME = Pattern.compile("名\\s*称\\s*[:：]\\s*(\\S{2,100})");
    private static final Pattern TAX_NUMBER = Pattern.compile("识别号" + COLON + "([0-9A-Z]{15,20})");
    private static final Pattern TOTAL = Pattern.compile("小写\\s*[)）]?\\s*[¥￥]?\\s*([\\d,]{1,15}\\.\\d{2})");

    private InvoiceText() {}

    static Invoice read(String text) {
        var number = first(NUMBER, text);
        if (number == null && text.contains("发票")) {
            number = LONELY_NUMBER
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .findFirst()
                    .orElse(null);
        }
        var names = NAME.matcher(text).results().map(found -> found.group(1)).toList();
        var total = first(TOTAL, text);
        return new Invoice(
                number != null && number.length() == 8 ? first(CODE, text) : null,
                number,
                date(text),
                names.isEmpty() ? null : names.getFirst(),
                first(TAX_NUMBER, text),
                names.size() < 2 ? null : names.get(1),
                total == null ? null : amount(total));
    }

    static @Nullable LocalDate date(String text) {
        var found = DATE.matcher(text);
        if (!found.find()) {
            return null;
        }
        var from = found.group(1) == null ? 4 : 1;
        try {
            return LocalDate.of(part(found, from), part(found, from + 1), part(found, from + 2));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** At most two decimals and no more than a claim could hold; anything else is not an amount of ours. */
    static @Nullable BigDecimal amount(String text) {
        var plain = text.replaceAll("[,，¥￥\\s]", "");
        return plain.matches("\\d{1,12}(\\.\\d{1,2})?") ? new BigDecimal(plain) : null;
    }

    private static int part(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static @Nullable String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }
}
