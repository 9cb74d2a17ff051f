package zhangfa.finance.claim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import zhangfa.database.Keys;

/** Lines and vouchers of claims, each the only one of its kind. */
final class Samples {

    private Samples() {}

    static Map<String, Object> line(String amount, @Nullable String invoice) {
        return invoice == null
                ? Map.of("date", "2026-11-02", "category", "交通", "amount", amount)
                : Map.of("date", "2026-11-02", "category", "交通", "amount", amount, "invoice_number", invoice);
    }

    /** The head of a PNG and something that makes it the only one. */
    static byte[] png() {
        return ("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR" + Keys.next()).getBytes(ISO_8859_1);
    }

    static String number20() {
        return digits(20);
    }

    static String digits(int count) {
        return ThreadLocalRandom.current()
                .ints(count, 1, 10)
                .mapToObj(String::valueOf)
                .reduce("", String::concat);
    }
}
