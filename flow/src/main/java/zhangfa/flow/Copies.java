package zhangfa.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Unchangeable copies; a list that was left out of the JSON is an empty one. */
final class Copies {

    private Copies() {}

    static <T> List<T> of(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** In the same order. */
    static <V> Map<String, V> of(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static <T> List<T> with(List<T> list, T more) {
        var longer = new ArrayList<T>(list.size() + 1);
        longer.addAll(list);
        longer.add(more);
        return List.copyOf(longer);
    }

    static <T> List<T> before(T first, List<T> list) {
        var longer = new ArrayList<T>(list.size() + 1);
        longer.add(first);
        longer.addAll(list);
        return List.copyOf(longer);
    }

    /** Without one occurrence of each of these. */
    static <T> List<T> without(List<T> list, List<T> fewer) {
        if (fewer.isEmpty()) {
            return list;
        }
        var shorter = new ArrayList<>(list);
        fewer.forEach(shorter::remove);
        return List.copyOf(shorter);
    }

    static <T> List<T> unless(List<T> list, Predicate<T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }

    static <T> List<T> change(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        return list.stream()
                .map(item -> which.test(item) ? change.apply(item) : item)
                .toList();
    }
}
