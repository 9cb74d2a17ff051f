package zhangfa.flow.naive;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a condition says: a name, or a comparison of names and values. It says null where it has nothing to say. */
final class Saying {

    private static final Pattern COMPARISON = Pattern.compile("(.+?)\\s*(==|!=|>=|<=|=|>|<)\\s*(.+)");

    private Saying() {}

    /** Yes, no, or null; anything else is an error. */
    static @Nullable Boolean of(String text, Map<String, ?> data) {
        var plain = text.strip()
                .replaceFirst("^\\$\\{(.*)}$", "$1")
                .replaceFirst("^=", "")
                .strip();
        var parts = COMPARISON.matcher(plain);
        if (!parts.matches()) {
            var value = value(plain, data);
            if (value == null || value instanceof Boolean) {
                return (Boolean) value;
            }
            throw new IllegalStateException("Not a condition: " + text);
        }
        var left = value(parts.group(1), data);
        var right = value(parts.group(3), data);
        var operator = parts.group(2);
        if (List.of("=", "==").contains(operator)) {
            return same(left, right);
        }
        if (operator.equals("!=")) {
            return !same(left, right);
        }
        if (!(left instanceof Number one) || !(right instanceof Number other)) {
            return null;
        }
        var compared = Double.compare(one.doubleValue(), other.doubleValue());
        return switch (operator) {
            case ">" -> compared > 0;
            case "<" -> compared < 0;
            case ">=" -> compared >= 0;
            default -> compared <= 0;
        };
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        return left instanceof Number one && right instanceof Number other
                ? one.doubleValue() == other.doubleValue()
                : Objects.equals(left, right);
    }

    static @Nullable Object value(String text, Map<String, ?> data) {
        if (text.contains(" / ")) {
            var parts = text.split(" / ", -1);
            return number(parts[0], data) / number(parts[1], data);
        }
        if (text.matches("-?[0-9.]+")) {
            return Double.valueOf(text);
        }
        if (text.matches("true|false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("['\"].*['\"]") ? text.substring(1, text.length() - 1) : data.get(text);
    }

    private static double number(String name, Map<String, ?> data) {
        return value(name, data) instanceof Number number ? number.doubleValue() : 0;
    }
}
