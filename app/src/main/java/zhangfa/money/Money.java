package zhangfa.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact amount in a currency, at two decimals; never floating point. */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) implements Comparable<Money> {

    public static final Money ZERO = cny(BigDecimal.ZERO);

    public Money {
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Renminbi. @throws ArithmeticException when the amount has more than two decimals */
    public static Money cny(BigDecimal amount) {
        return new Money(amount, "CNY");
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Amounts in %s and %s do not add up".formatted(currency, other.currency));
        }
        return new Money(amount.add(other.amount), currency);
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }
}
