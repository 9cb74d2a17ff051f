package zhangfa.finance.claim;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;

/** A claim as it was filled in, with every fault collected on the way. */
record ClaimForm(String title, List<ClaimLine> lines, List<UUID> vouchers) {

    /** Reads the fields of a case. @throws Refusal naming all wrong fields at once */
    static ClaimForm read(Map<String, Object> form) {
        var faults = new ArrayList<Fault>();
        var claim = new ClaimForm(
                text(form.get("title"), "/form/title", faults),
                lines(form.get("lines"), faults),
                vouchers(form, faults));
        if (faults.isEmpty() && claim.total().compareTo(Amounts.CEILING) >= 0) {
            faults.add(new Fault("/form/lines", "{finance.total.too-large}"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return claim;
    }

    BigDecimal total() {
        return lines.stream().map(ClaimLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<ClaimLine> lines(@Nullable Object value, List<Fault> faults) {
        if (!(value instanceof List<?> rows) || rows.isEmpty()) {
            faults.add(new Fault("/form/lines", "{finance.lines.none}"));
            return List.of();
        }
        var lines = new ArrayList<ClaimLine>();
        for (int place = 0; place < rows.size(); place++) {
            var line = line(rows.get(place), "/form/lines/" + place, faults);
            if (line != null) {
                lines.add(line);
            }
        }
        return List.copyOf(lines);
    }

    private static @Nullable ClaimLine line(@Nullable Object value, String pointer, List<Fault> faults) {
        if (!(value instanceof Map<?, ?> row)) {
            faults.add(new Fault(pointer, "{finance.line.unreadable}"));
            return null;
        }
        var day = day(row.get("date"), pointer + "/date", faults);
        var category = text(row.get("category"), pointer + "/category", faults);
        var amount = Amounts.read(row.get("amount"), pointer + "/amount", faults);
        return day == null || amount == null
                ? null
                : new ClaimLine(
                        day, category, optional(row.get("description")), amount, optional(row.get("invoice_number")));
    }

    private static List<UUID> vouchers(Map<String, Object> form, List<Fault> faults) {
        if (!(form.get("vouchers") instanceof List<?> ids) || ids.isEmpty()) {
            faults.add(new Fault("/form/vouchers", "{finance.vouchers.none}"));
            return List.of();
        }
        var vouchers = new ArrayList<UUID>();
        for (int place = 0; place < ids.size(); place++) {
            try {
                vouchers.add(UUID.fromString(String.valueOf(ids.get(place))));
            } catch (IllegalArgumentException e) {
                faults.add(new Fault("/form/vouchers/" + place, "{finance.voucher.unknown}"));
            }
        }
        return List.copyOf(vouchers);
    }

    private static @Nullable LocalDate day(@Nullable Object value, String pointer, List<Fault> faults) {
        try {
            return LocalDate.parse(String.valueOf(value));
        } catch (DateTimeException e) {
            faults.add(new Fault(pointer, "{finance.line.date}"));
            return null;
        }
    }

    private static String text(@Nullable Object value, String pointer, List<Fault> faults) {
        var text = optional(value);
        if (text == null) {
            faults.add(new Fault(pointer, "{finance.text.missing}"));
            return "";
        }
        return text;
    }

    private static @Nullable String optional(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? text.strip() : null;
    }
}
