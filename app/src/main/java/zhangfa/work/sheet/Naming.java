package zhangfa.work.sheet;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Field names as people write them in a formula or a condition, and the keys by which the kernel knows them. */
final class Naming {

    private static final String LETTER = "[\\w\\p{IsHan}]";

    private final Map<String, String> keys;

    private Naming(Map<String, String> keys) {
        this.keys = keys;
    }

    /** Of the fields of a form, and of columns as 明细.金额. */
    static Naming of(List<FieldLine> lines) {
        var keys = new LinkedHashMap<String, String>();
        lines.forEach(line -> {
            keys.putIfAbsent(line.name(), line.key());
            line.columns()
                    .forEach(column ->
                            keys.putIfAbsent(line.name() + "." + column.name(), line.key() + "." + column.key()));
        });
        return new Naming(keys);
    }

    /** Within a line of a table its own columns are named plainly. */
    Naming in(FieldLine table) {
        var inner = new HashMap<>(keys);
        table.columns().forEach(column -> inner.put(column.name(), column.key()));
        return new Naming(inner);
    }

    String key(String name) {
        return keys.getOrDefault(name, name);
    }

    /** A formula with keys instead of names. */
    String meant(String formula) {
        return replaced(formula, keys);
    }

    /** A formula with names instead of keys. */
    String shown(String formula) {
        var names = new HashMap<String, String>();
        keys.forEach((name, key) -> names.put(key, name));
        return replaced(formula, names);
    }

    String shown(FieldLine.@Nullable When when) {
        return when == null ? "" : shown(when.field()) + "＝" + String.join("、", when.values());
    }

    /** The longest first, and whole words only. */
    private static String replaced(String text, Map<String, String> words) {
        if (words.isEmpty()) {
            return text;
        }
        var any = words.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .reduce((one, other) -> one + "|" + other)
                .orElse("");
        return Pattern.compile("(?<!" + LETTER + "|\\.)(?:" + any + ")(?!" + LETTER + "|\\.)")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(), found.group())));
    }
}
