package zhangfa.finance.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may be used by one claim in force only: a file's content, or an invoice.
 *
 * @param mark SHA-256, or the invoice's number behind its code where it has one
 * @param invoiceNumber the bare number of an invoice
 * @param pointer the field of the claim that named it first
 */
record VoucherMark(Kind kind, String mark, @Nullable String invoiceNumber, String pointer) {

    enum Kind {
        CONTENT,
        INVOICE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All marks of a claim, each once, in one order for everybody, so that two claims never wait for each other in a ring. */
    static List<VoucherMark> of(List<ClaimLine> lines, List<ClaimVoucher> vouchers) {
        var marks = new LinkedHashMap<String, VoucherMark>();
        for (int place = 0; place < lines.size(); place++) {
            var typed = lines.get(place).invoiceNumber();
            if (typed != null) {
                var number = typed.replace("-", "").toUpperCase(Locale.ROOT);
                add(
                        marks,
                        new VoucherMark(
                                Kind.INVOICE,
                                whole(number, vouchers),
                                number,
                                "/form/lines/" + place + "/invoice_number"));
            }
        }
        for (int place = 0; place < vouchers.size(); place++) {
            var voucher = vouchers.get(place);
            var pointer = "/form/vouchers/" + place;
            add(marks, new VoucherMark(Kind.CONTENT, voucher.sha256(), null, pointer));
            var mark = voucher.invoice().mark();
            if (mark != null) {
                add(marks, new VoucherMark(Kind.INVOICE, mark, voucher.invoice().number(), pointer));
            }
        }
        var sorted = new ArrayList<>(marks.values());
        sorted.sort(Comparator.comparing(VoucherMark::kind).thenComparing(VoucherMark::mark));
        return List.copyOf(sorted);
    }

    /** Somebody who types the number alone means the invoice attached that has it, code and all. */
    private static String whole(String number, List<ClaimVoucher> vouchers) {
        return vouchers.stream()
                .map(ClaimVoucher::invoice)
                .filter(invoice -> number.equals(invoice.number()))
                .map(invoice -> invoice.mark())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(number);
    }

    private static void add(LinkedHashMap<String, VoucherMark> marks, VoucherMark mark) {
        marks.putIfAbsent(mark.kind() + mark.mark(), mark);
    }
}
