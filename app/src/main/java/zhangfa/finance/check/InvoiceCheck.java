package zhangfa.finance.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhangfa.finance.claim.ClaimLine;
import zhangfa.finance.claim.ClaimVoucher;
import zhangfa.finance.claim.ExpenseClaim;
import zhangfa.finance.voucher.Invoice;
import zhangfa.money.Money;
import zhangfa.process.Insight.Finding;

/** Whether the invoices that could be read are made out to the company, and cover what is claimed. */
final class InvoiceCheck {

    private InvoiceCheck() {}

    static List<Finding> of(ExpenseClaim claim) {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.ok(Said.of("unused")));
        findings.addAll(repeated(claim.lines()));
        findings.addAll(titles(claim));
        findings.addAll(amounts(claim));
        return findings;
    }

    private static List<Finding> repeated(List<ClaimLine> lines) {
        var findings = new ArrayList<Finding>();
        var first = new HashMap<String, Integer>();
        for (int place = 0; place < lines.size(); place++) {
            var number = lines.get(place).invoiceNumber();
            var before = number == null ? null : first.putIfAbsent(number, place + 1);
            if (before != null) {
                findings.add(Finding.warn(
                        Said.of("repeated", before, place + 1), "/form/lines/" + place + "/invoice_number"));
            }
        }
        return findings;
    }

    private static List<Finding> titles(ExpenseClaim claim) {
        var findings = new ArrayList<Finding>();
        var right = 0;
        var vouchers = claim.vouchers();
        for (int place = 0; place < vouchers.size(); place++) {
            var invoice = vouchers.get(place).invoice();
            var buyer = invoice.buyer();
            var pointer = "/form/vouchers/" + place;
            if (invoice.number() == null) {
                continue;
            }
            if (buyer == null) {
                findings.add(Finding.warn(Said.of("title-missing", place + 1), pointer));
            } else if (!plain(buyer).equals(plain(claim.legalEntity()))) {
                findings.add(Finding.warn(Said.of("title", place + 1, buyer), pointer));
            } else {
                right++;
            }
        }
        if (right > 0) {
            findings.addFirst(Finding.ok(Said.of("titles", right, claim.legalEntity())));
        }
        var unread = vouchers.stream()
                .filter(voucher -> voucher.invoice().number() == null)
                .count();
        if (unread > 0) {
            findings.add(Finding.info(Said.of("unread", unread), null));
        }
        return findings;
    }

    /** Compared only when every voucher was read: otherwise the sum says nothing. */
    private static List<Finding> amounts(ExpenseClaim claim) {
        Map<String, BigDecimal> totals = new HashMap<>();
        for (var invoice : claim.vouchers().stream().map(ClaimVoucher::invoice).toList()) {
            if (invoice.mark() == null || invoice.total() == null) {
                return List.of();
            }
            totals.put(String.valueOf(invoice.mark()), total(invoice));
        }
        var sum = Money.cny(totals.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        return sum.compareTo(claim.total()) < 0
                ? List.of(Finding.warn(Said.of("short", sum, claim.total()), "/form/lines"))
                : List.of(Finding.ok(Said.of("covered", sum)));
    }

    private static BigDecimal total(Invoice invoice) {
        return invoice.total() == null ? BigDecimal.ZERO : invoice.total();
    }

    /** Brackets come in full and in half width, blanks by accident. */
    private static String plain(String name) {
        return name.replace('（', '(').replace('）', ')').replaceAll("\\s", "");
    }
}
