package zhangfa.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zhangfa.money.Money;

class MonthBarsTests {

    private static final YearMonth LAST = YearMonth.of(2026, 2);

    @Test
    void sixMonthsStandSideBySideUpToTheLast() {
        var bars = MonthBars.of(LAST, Map.of()).bars();
        assertThat(bars).hasSize(6);
        assertThat(bars.getFirst().month()).isEqualTo(YearMonth.of(2025, 9));
        assertThat(bars.getLast().month()).isEqualTo(LAST);
    }

    @Test
    void heightsAreInProportionAndTheSmallestAmountIsStillSeen() {
        var bars = MonthBars.of(
                        LAST,
                        Map.of(
                                LAST,
                                Money.cny(new BigDecimal("10000")),
                                LAST.minusMonths(1),
                                Money.cny(new BigDecimal("5000")),
                                LAST.minusMonths(2),
                                Money.cny(new BigDecimal("0.01"))))
                .bars();
        assertThat(bars.get(5).height()).isEqualTo(2 * bars.get(4).height());
        assertThat(bars.get(3).height()).isPositive();
        assertThat(bars.get(0).height()).isZero();
        assertThat(bars).allMatch(bar -> bar.top() >= 0);
    }

    @Test
    void nothingClaimedIsNoChart() {
        assertThat(MonthBars.of(LAST, Map.of()).isEmpty()).isTrue();
    }
}
