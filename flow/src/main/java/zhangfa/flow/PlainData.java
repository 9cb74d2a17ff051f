package zhangfa.flow;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data as conditions may read it: values, lists and maps. Of any other object FEEL would call the Java methods. */
final class PlainData {

    private PlainData() {}

    /** The same data with the values that a form may hold, the fields of records and beans excluded. */
    static Map<String, Object> of(Map<String, Object> data) {
        var plain = new HashMap<String, Object>(data);
        plain.values().forEach(PlainData::check);
        return plain;
    }

    /** A value as JSON can keep it, and gives it back again. */
    static Object written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Boolean truth -> truth;
            case Number number -> number(new BigDecimal(number.toString()));
            case Collection<?> items -> items.stream().map(PlainData::written).toList();
            case Map<?, ?> fields -> {
                var written = new LinkedHashMap<String, Object>();
                fields.forEach((name, field) -> written.put(String.valueOf(name), written(field)));
                yield written;
            }
            default -> value.toString();
        };
    }

    private static Object number(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() <= 9
                ? (Object) plain.intValueExact()
                : new BigDecimal(plain.toPlainString());
    }

    private static void check(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case String _, Boolean _, Number _, Temporal _, TemporalAmount _ -> {}
            case Collection<?> items -> items.forEach(PlainData::check);
            case Map<?, ?> fields -> fields.values().forEach(PlainData::check);
            case Object other ->
                throw new IllegalArgumentException(
                        "Not plain data: " + other.getClass().getName());
        }
    }
}
