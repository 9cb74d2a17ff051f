package zhangfa.finance.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import zhangfa.money.Money;

/** What was claimed month by month, as bars. */
public record MonthBars(List<Bar> bars) {

    static final int MONTHS = 6;

    private static final int SLOT = 60;
    private static final int WIDTH = 36;
    private static final int FLOOR = 116;
    private static final int TALLEST = 92;

    /** One month; places and sizes are in the units of a drawing of 360 by 136. */
    public record Bar(YearMonth month, Money total, int left, int top, int height) {

        public int width() {
            return WIDTH;
        }

        public int middle() {
            return left + WIDTH / 2;
        }

        /** Above the bar there is room for whole yuan only. */
        public String label() {
            return "%,d"
                    .formatted(total.amount().setScale(0, RoundingMode.HALF_UP).toBigInteger());
        }

        public String shortMonth() {
            return "%d-%02d".formatted(month.getYear() % 100, month.getMonthValue());
        }
    }

    static MonthBars of(YearMonth last, Map<YearMonth, Money> sums) {
        var highest = sums.values().stream().max(Money::compareTo).orElse(Money.ZERO);
        return new MonthBars(IntStream.range(0, MONTHS)
                .mapToObj(place -> bar(place, last.minusMonths(MONTHS - 1L - place), sums, highest))
                .toList());
    }

    public boolean isEmpty() {
        return bars.stream().allMatch(bar -> bar.total().equals(Money.ZERO));
    }

    private static Bar bar(int place, YearMonth month, Map<YearMonth, Money> sums, Money highest) {
        var total = sums.getOrDefault(month, Money.ZERO);
        var height = highest.equals(Money.ZERO) ? 0 : share(total.amount(), highest.amount());
        return new Bar(month, total, place * SLOT + (SLOT - WIDTH) / 2, FLOOR - height, height);
    }

    private static int share(BigDecimal part, BigDecimal whole) {
        return part.multiply(BigDecimal.valueOf(TALLEST))
                .divide(whole, RoundingMode.CEILING)
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }
}
