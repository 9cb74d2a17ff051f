package zhangfa.finance.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhangfa.api.Refusal;

class ClaimFormTests {

    @Test
    void anAmountMayBeANumberADecimalStringOrMoney() {
        var form = ClaimForm.read(form(
                line(100),
                line("20.5"),
                line(Map.of("amount", "0.30", "currency", "CNY")),
                line(new BigDecimal("1E+2")),
                line(0.1)));
        assertThat(form.total()).isEqualTo(new BigDecimal("220.90"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "1.005", "1e3", "", "abc", "1,000", "NaN", "1000000000000", "99999999999999999999999"
            })
    void aWrongAmountIsNamed(String amount) {
        assertThat(pointers(form(line("1"), line(amount)))).containsExactly("/form/lines/1/amount");
    }

    @Test
    void anAmountOfUnboundedSizeIsRefusedWithoutBeingComputed() {
        assertThat(pointers(form(line(new BigDecimal("1E+999999999"))))).containsExactly("/form/lines/0/amount");
    }

    @Test
    void anotherCurrencyIsNamed() {
        assertThat(pointers(form(line(Map.of("amount", "1", "currency", "USD")))))
                .containsExactly("/form/lines/0/amount/currency");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        var bad = line("0");
        bad.put("date", "2026-02-30");
        bad.remove("category");
        var form = form(bad);
        form.put("title", " ");
        form.put("vouchers", List.of("not-an-id"));
        assertThat(pointers(form))
                .containsExactlyInAnyOrder(
                        "/form/title",
                        "/form/lines/0/date",
                        "/form/lines/0/category",
                        "/form/lines/0/amount",
                        "/form/vouchers/0");
    }

    @Test
    void aClaimNeedsALineAndAVoucher() {
        var form = form();
        form.put("vouchers", List.of());
        assertThat(pointers(form)).containsExactlyInAnyOrder("/form/lines", "/form/vouchers");
        assertThat(pointers(Map.of())).contains("/form/lines", "/form/vouchers", "/form/title");
    }

    @Test
    void aTotalStaysBelowABillionThousand() {
        assertThat(pointers(form(line("999999999999.99"), line("0.01")))).containsExactly("/form/lines");
    }

    private static List<String> pointers(Map<String, Object> form) {
        return catchThrowableOfType(Refusal.class, () -> ClaimForm.read(form)).faults().stream()
                .map(Refusal.Fault::pointer)
                .toList();
    }

    private static Map<String, Object> form(Object... lines) {
        var form = new HashMap<String, Object>();
        form.put("title", "10 月上海客户拜访");
        form.put("lines", new ArrayList<>(List.of(lines)));
        form.put("vouchers", List.of(UUID.randomUUID().toString()));
        return form;
    }

    private static Map<String, Object> line(Object amount) {
        var line = new HashMap<String, Object>();
        line.put("date", "2026-11-02");
        line.put("category", "交通");
        line.put("amount", amount);
        return line;
    }
}
