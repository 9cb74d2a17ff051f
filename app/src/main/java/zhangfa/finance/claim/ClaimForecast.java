package zhangfa.finance.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.organization.Organization;
import zhangfa.process.Forecasts;

/** What a claim would come to, so that its route can be shown while it is being filled in. */
@Component
class ClaimForecast implements Forecasts {

    private final Organization organization;

    ClaimForecast(Organization organization) {
        this.organization = organization;
    }

    @Override
    public boolean speaksOf(String process) {
        return process.equals(ClaimDesk.MATTER);
    }

    @Override
    public Map<String, Object> facts(UUID unit, Map<String, Object> form) {
        return Map.of(
                "total",
                total(form.get("lines")),
                "authority_limit",
                organization.authorityLimit(ClaimDesk.MATTER, unit).orElse(BigDecimal.ZERO));
    }

    /** Amounts that cannot be read yet count for nothing. */
    private static BigDecimal total(@Nullable Object lines) {
        return (lines instanceof List<?> rows ? rows : List.of())
                .stream()
                        .map(row -> row instanceof Map<?, ?> line
                                ? Amounts.read(line.get("amount"), "", new ArrayList<>())
                                : null)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
