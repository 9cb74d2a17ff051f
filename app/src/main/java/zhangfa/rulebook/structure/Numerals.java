package zhangfa.rulebook.structure;

/** Reads Chinese and Arabic numbers up to 9999. */
final class Numerals {

    /** What a Chinese number is written with. */
    static final String HAN = "〇零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾佰廿卅千仟";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String FORMAL = "〇壹贰叁肆伍陆柒捌玖";

    private Numerals() {}

    /** 0 for what is no number. */
    static int read(String written) {
        if (written.isEmpty()) {
            return 0;
        }
        return Character.isDigit(written.charAt(0)) ? Integer.parseInt(written) : han(written);
    }

    private static int han(String written) {
        var isPlaces = written.length() > 1 && written.chars().allMatch(sign -> digit((char) sign) >= 0);
        var whole = 0;
        var pending = -1;
        for (var at = 0; at < written.length(); at++) {
            var sign = written.charAt(at);
            var digit = digit(sign);
            if (digit >= 0) {
                pending = isPlaces ? Math.max(pending, 0) * 10 + digit : digit;
                continue;
            }
            whole += switch (sign) {
                case '千', '仟' -> Math.max(pending, 1) * 1000;
                case '百', '佰' -> Math.max(pending, 1) * 100;
                case '十', '拾' -> (pending > 0 ? pending : 1) * 10;
                case '廿' -> 20;
                default -> 30;
            };
            pending = -1;
        }
        return whole + Math.max(pending, 0);
    }

    private static int digit(char sign) {
        return sign == '两' ? 2 : Math.max(DIGITS.indexOf(sign), FORMAL.indexOf(sign));
    }
}
