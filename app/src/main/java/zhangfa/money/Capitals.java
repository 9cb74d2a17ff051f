package zhangfa.money;

/** An amount in capital numerals 大写金额, as the Payment and Settlement Rules for bills ask for (支付结算办法, appendix 1). */
public final class Capitals {

    private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String[] PLACES = {"", "拾", "佰", "仟"};

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

    /** What is above 亿 is counted in 亿 again, so that 10,001 亿 reads 壹万零壹亿. */
    private static String integer(long whole) {
        if (whole < 10_000) {
            return group((int) whole);
        }
        var unit = whole < 100_000_000 ? 10_000L : 100_000_000L;
        var rest = whole % unit;
        var head = integer(whole / unit) + (unit == 10_000L ? "万" : "亿");
        return rest == 0 ? head : head + (rest < unit / 10 ? "零" : "") + integer(rest);
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
