package zhangfa.mining.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** One attribute while a log is being read. */
public final class ColumnBuilder {

    private final String key;
    private final Dictionary texts = new Dictionary();
    private final List<Object> values = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private int[] codes = new int[0];

    ColumnBuilder(String key) {
        this.key = key;
    }

    /**
     * The code of a value; nothing is kept if it cannot be read.
     *
     * @throws IllegalArgumentException when the text does not say a value of this kind
     */
    public int code(Kind kind, String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        return code(kind, utf8, 0, utf8.length);
    }

    /** The same for UTF-8 bytes. */
    public int code(Kind kind, byte[] utf8, int from, int to) {
        var known = texts.size();
        var code = texts.code(kind.mark, utf8, from, to);
        if (code == known) {
            values.add(read(kind, new String(utf8, from, to - from, StandardCharsets.UTF_8)));
            kinds.add(kind);
        }
        return code;
    }

    /** Gives the event or case at this place the value of a code. */
    public void set(int index, int code) {
        if (index >= codes.length) {
            var length = codes.length;
            codes = Arrays.copyOf(codes, Growth.enough(length, index + 1));
            Arrays.fill(codes, length, codes.length, Column.ABSENT);
        }
        codes[index] = code;
    }

    Column build(int size) {
        var exact = Arrays.copyOf(codes, size);
        if (size > codes.length) {
            Arrays.fill(exact, codes.length, size, Column.ABSENT);
        }
        codes = new int[0];
        return new Column(key, exact, kinds.contains(Kind.UNTYPED) ? typed() : values);
    }

    private static Object read(Kind kind, String text) {
        return switch (kind) {
            case TEXT, UNTYPED -> text;
            case DATE -> Moments.instant(Moments.of(text));
            case WHOLE -> Long.valueOf(text.strip());
            case DECIMAL -> Double.valueOf(text.strip().replace("INF", "Infinity"));
            case TRUTH -> truth(text.strip());
        };
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true", "TRUE", "True", "1" -> true;
            case "false", "FALSE", "False", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** Numbers only if each is written as we would write it: 007 is a name. */
    private List<Object> typed() {
        var wholes = all(Long::valueOf);
        return wholes.isEmpty() ? decimals() : wholes;
    }

    private List<Object> decimals() {
        var wholeOrDecimal = all(text -> text.indexOf('.') < 0 ? (double) Long.parseLong(text) : Double.valueOf(text));
        return wholeOrDecimal.isEmpty() ? values : wholeOrDecimal;
    }

    private List<Object> all(Function<String, Object> reading) {
        var read = new ArrayList<>(values.size());
        for (var value : values) {
            try {
                var text = (String) value;
                var number = reading.apply(text);
                if (!same(text, number)) {
                    return List.of();
                }
                read.add(number);
            } catch (NumberFormatException noNumber) {
                return List.of();
            }
        }
        return read;
    }

    private static boolean same(String text, Object number) {
        var written = number.toString();
        return written.equals(text) || written.equals(text + ".0");
    }
}
