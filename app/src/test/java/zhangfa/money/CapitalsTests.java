package zhangfa.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalsTests {

    @ParameterizedTest
    @CsvSource({
        "0,零元整",
        "0.05,伍分",
        "0.50,伍角整",
        "0.55,伍角伍分",
        "1.05,壹元零伍分",
        "10,壹拾元整",
        "20.20,贰拾元贰角整",
        "1010.10,壹仟零壹拾元壹角整",
        "1001,壹仟零壹元整",
        "6007.14,陆仟零柒元壹角肆分",
        "10001,壹万零壹元整",
        "16409.02,壹万陆仟肆佰零玖元零贰分",
        "100000,壹拾万元整",
        "100500,壹拾万零伍佰元整",
        "105000,壹拾万伍仟元整",
        "10000000,壹仟万元整",
        "100000001,壹亿零壹元整",
        "100010000,壹亿零壹万元整",
        "105000000,壹亿零伍佰万元整",
        "99999999999.99,玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
        "1000100000000,壹万零壹亿元整",
        "-3.20,负叁元贰角整"
    })
    void amountsAreWrittenAsTheRulesForBillsAsk(BigDecimal amount, String capitals) {
        assertThat(Capitals.of(Money.cny(amount))).isEqualTo(capitals);
    }

    @Property(tries = 20_000)
    void whatIsWrittenReadsAsTheAmount(@ForAll @LongRange(max = 1_000_000_000_000_000L) long cents) {
        assertThat(cents(Capitals.of(Money.cny(BigDecimal.valueOf(cents, 2))))).isEqualTo(cents);
    }

    @Property(tries = 5_000)
    void amountsFullOfZerosReadWell(
            @ForAll @LongRange(max = 99) long high,
            @ForAll @LongRange(max = 99) long low,
            @ForAll @LongRange(max = 12) long gap) {
        var cents = high * BigDecimal.TEN.pow((int) gap).longValue() + low;
        var capitals = Capitals.of(Money.cny(BigDecimal.valueOf(cents, 2)));
        assertThat(cents(capitals)).isEqualTo(cents);
        assertThat(capitals).doesNotContain("零零", "零万", "零亿", "零分").doesNotStartWith("零角");
        assertThat(capitals.endsWith("分") || capitals.endsWith("整")).isTrue();
    }

    /** Reads capital numerals the way people do: digits gather units, 万 and 亿 lift what was gathered. */
    private static long cents(String capitals) {
        long cents = 0;
        long below = 0;
        long lifted = 0;
        long digit = 0;
        for (var character : capitals.toCharArray()) {
            var value = "零壹贰叁肆伍陆柒捌玖".indexOf(character);
            if (value >= 0) {
                digit = value;
                continue;
            }
            switch (character) {
                case '拾' -> below += digit * 10;
                case '佰' -> below += digit * 100;
                case '仟' -> below += digit * 1_000;
                case '万' -> below = (below + digit) * 10_000;
                case '亿' -> {
                    lifted = (lifted + below + digit) * 100_000_000;
                    below = 0;
                }
                case '元' -> cents = (lifted + below + digit) * 100;
                case '角' -> cents += digit * 10;
                case '分' -> cents += digit;
                case '整' -> {}
                default -> throw new IllegalArgumentException("Not a capital numeral: " + character);
            }
            digit = 0;
        }
        return cents;
    }
}
