package zhangfa.finance.ledger;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Which claims a list is about, as its address says it; what the address says wrongly is left out.
 *
 * @param all everybody's instead of the reader's own
 * @param unit key of a unit; it stands for everything below it too
 */
public record ClaimFilter(
        boolean all,
        ClaimRow.@Nullable Status status,
        @Nullable String unit,
        @Nullable YearMonth month) {

    static ClaimFilter of(boolean all, @Nullable String status, @Nullable String unit, @Nullable String month) {
        return new ClaimFilter(
                all,
                Arrays.stream(ClaimRow.Status.values())
                        .filter(known -> known.key().equals(status))
                        .findFirst()
                        .orElse(null),
                unit == null || unit.isBlank() ? null : unit,
                month(month));
    }

    ClaimFilter withoutMonth() {
        return new ClaimFilter(all, status, unit, null);
    }

    public String withAll(boolean everybody) {
        return new ClaimFilter(everybody, status, unit, month).query();
    }

    public String withStatus(ClaimRow.@Nullable Status other) {
        return new ClaimFilter(all, other, unit, month).query();
    }

    public String withMonth(@Nullable YearMonth other) {
        return new ClaimFilter(all, status, unit, other).query();
    }

    /** As the part of an address behind its question mark. */
    public String query() {
        return Stream.of(
                        parameter("all", all ? "true" : null),
                        parameter("status", status == null ? null : status.key()),
                        parameter("unit", unit),
                        parameter("month", month == null ? null : month.toString()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("&"));
    }

    String after(UUID last) {
        return query() + (query().isEmpty() ? "" : "&") + "after=" + last;
    }

    private static @Nullable String parameter(String name, @Nullable String value) {
        return value == null ? null : name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .filter(given -> !given.isBlank())
                    .map(YearMonth::parse)
                    .orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
