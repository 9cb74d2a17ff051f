package zhangfa.finance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import zhangfa.database.Keys;
import zhangfa.finance.claim.ClaimLine;
import zhangfa.finance.claim.ClaimVoucher;
import zhangfa.finance.claim.ExpenseClaim;
import zhangfa.finance.voucher.Invoice;
import zhangfa.process.Insight.Finding;

class InvoiceCheckTests {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Test
    void aDateAfterFilingOrLongBeforeIsAWarningOnItsField() {
        var lines = List.of(
                line(FRIDAY.plusDays(1), "1"), line(FRIDAY.minusDays(91), "1"), line(FRIDAY.minusDays(90), "1"));
        assertThat(DateCheck.of(lines, FRIDAY))
                .containsExactly(
                        Finding.warn("{finance.check.future|1|2026-11-21}", "/form/lines/0/date"),
                        Finding.warn("{finance.check.old|2|2026-08-21|90}", "/form/lines/1/date"),
                        Finding.info("{finance.check.weekend|3|2026-08-22}", "/form/lines/2/date"));
    }

    @Test
    void datesInOrderAreSaidToBe() {
        assertThat(DateCheck.of(List.of(line(FRIDAY, "1")), FRIDAY))
                .containsExactly(Finding.ok("{finance.check.dates|90}"));
    }

    @Test
    void theTitleIsTheCompanysWhateverItsBrackets() {
        assertThat(words("章法（演示）有限公司", invoice("1", "章法(演示)有限公司", "10")))
                .contains("{finance.check.titles|1|章法（演示）有限公司}");
        assertThat(words("甲公司", invoice("1", "乙公司", "10"))).contains("{finance.check.title|1|乙公司}");
        assertThat(words("甲公司", invoice("1", null, "10"))).contains("{finance.check.title-missing|1}");
    }

    @Test
    void invoicesThatDoNotCoverTheClaimAreAWarning() {
        assertThat(words("甲公司", invoice("1", "甲公司", "9.99"))).contains("{finance.check.short|¥9.99|¥10.00}");
        assertThat(words("甲公司", invoice("1", "甲公司", "10"))).contains("{finance.check.covered|¥10.00}");
    }

    @Test
    void oneInvoiceInTwoFilesCountsOnce() {
        assertThat(words("甲公司", invoice("1", "甲公司", "6"), invoice("1", "甲公司", "6")))
                .contains("{finance.check.short|¥6.00|¥10.00}");
    }

    @Test
    void photosLeaveTheAmountsOpen() {
        assertThat(words("甲公司", invoice("1", "甲公司", "1"), Invoice.UNKNOWN))
                .contains("{finance.check.unread|1}")
                .noneMatch(words -> words.contains("short") || words.contains("covered"));
    }

    @Test
    void whatIsPrintedOnAnInvoiceCannotSteerTheWords() {
        assertThat(words("甲公司", invoice("1", "乙|公司}{x", "10"))).contains("{finance.check.title|1|乙 公司  x}");
    }

    private static List<String> words(String entity, Invoice... invoices) {
        var vouchers = List.of(invoices).stream()
                .map(invoice -> new ClaimVoucher(Keys.next(), "ab".repeat(32), invoice))
                .toList();
        var claim = new ExpenseClaim(
                Keys.next(),
                Keys.next(),
                Keys.next(),
                entity,
                "差旅",
                new BigDecimal("10000"),
                Instant.EPOCH,
                List.of(line(FRIDAY, "10")),
                vouchers);
        return InvoiceCheck.of(claim).stream().map(Finding::words).toList();
    }

    private static Invoice invoice(String number, @Nullable String buyer, String total) {
        return new Invoice(null, number, FRIDAY, buyer, null, null, new BigDecimal(total));
    }

    private static ClaimLine line(LocalDate day, String amount) {
        return new ClaimLine(day, "住宿", null, new BigDecimal(amount), null);
    }
}
