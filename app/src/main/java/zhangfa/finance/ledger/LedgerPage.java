package zhangfa.finance.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Listing;

/**
 * The page of claims.
 *
 * @param mayAll whether the reader may look at everybody's
 * @param units names of units by key, to choose from
 */
public record LedgerPage(
        ClaimFilter filter, Listing<ClaimRow> claims, MonthBars bars, boolean mayAll, Map<String, String> units) {

    public @Nullable String next() {
        return claims.next() == null ? null : "/finance?" + claims.next();
    }
}
