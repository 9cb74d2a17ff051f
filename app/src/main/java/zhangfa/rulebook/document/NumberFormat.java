package zhangfa.rulebook.document;

import java.util.Locale;

/** Writes a number as Word's number formats do. */
final class NumberFormat {

    private static final String[] PLAIN = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百"};
    private static final String[] FORMAL = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰"};
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int[] WORTH = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

    private NumberFormat() {}

    static String of(String format, int number) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "japaneseCounting",
                    "ideographDigital" -> han(number, PLAIN);
            case "chineseLegalSimplified", "ideographLegalTraditional" -> han(number, FORMAL);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                number > 0 && number <= 20 ? Character.toString('①' + number - 1) : Integer.toString(number);
            case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
            case "lowerLetter" -> letter(number);
            case "upperLetter" -> letter(number).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(number);
            case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
            case "none" -> "";
            default -> Integer.toString(number);
        };
    }

    private static String han(int number, String[] digits) {
        if (number <= 0 || number > 999) {
            return Integer.toString(number);
        }
        var written = new StringBuilder();
        if (number >= 100) {
            written.append(digits[number / 100]).append(digits[11]);
            written.append(number % 100 > 0 && number % 100 < 10 ? digits[0] : "");
        }
        if (number % 100 >= 10) {
            written.append(number >= 20 ? digits[number % 100 / 10] : "").append(digits[10]);
        }
        return written.append(number % 10 > 0 ? digits[number % 10] : "").toString();
    }

    private static String letter(int number) {
        return number <= 0
                ? ""
                : Character.toString('a' + (number - 1) % 26).repeat(Math.min((number - 1) / 26 + 1, 4));
    }

    private static String roman(int number) {
        var left = Math.clamp(number, 0, 3999);
        var written = new StringBuilder();
        for (var at = 0; at < WORTH.length; at++) {
            for (; left >= WORTH[at]; left -= WORTH[at]) {
                written.append(ROMAN[at]);
            }
        }
        return written.toString();
    }
}
