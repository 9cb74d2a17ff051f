package zhangfa.money;

import java.math.BigDecimal;

/** An amount in capital numerals 大写金额, as the Payment and Settlement Rules for bills ask for (支付结算办法, appendix 1). */
public final class Capitals {

    private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};

    private Capitals() {}

    /** For amounts from 0 up to 9,999 万亿, at two decimals: {@code 1234.50} is 壹仟贰佰叁拾肆元伍角整. */
    public static String of(Money money) {
        var cents = money.amount().movePointRight(2).toBigIntegerExact().longValueExact();
        if (cents < 0) {
            return "负" + of(new Money(money.amount().negate(), money.currency()));
        }
        var whole = cents / 100;
        var jiao = (int) (cents / 10 % 10);
        var fen = (int) (cents % 10);
        var text = new StringBuilder();
        if (whole > 0) {
            text.append(integer(whole)).append("元");
        }
        if (jiao > 0) {
            text.append(DIGITS[jiao]).append("角");
        } else if (fen > 0 && whole > 0) {
            text.append("零");
        }
        if (fen > 0) {
            return text.append(DIGITS[fen]).append("分").toString();
        }
        return (text.isEmpty() ? "零元" : text.toString()) + "整";
    }

    private static String integer(long whole) {
        var text = new StringBuilder();
        var gap = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            var part = (int) (whole / BigDecimal.TEN.pow(4 * group).longValueExact() % 10_000);
            if (part == 0) {
                gap = gap || !text.isEmpty();
                continue;
            }
            if (!text.isEmpty() && (gap || part < 1000)) {
                text.append("零");
            }
            text.append(group(part)).append(GROUPS[group]);
            gap = false;
        }
        return text.toString();
    }

    private static String group(int part) {
        var text = new StringBuilder();
        var gap = false;
        for (int place = 3; place >= 0; place--) {
            var digit = part / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (gap) {
                text.append("零");
                gap = false;
            }
            text.append(DIGITS[digit]).append(PLACES[place]);
        }
        return text.toString();
    }
}
