package zhangfa.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The same list where all of it stays. */
    static <T> List<T> unless(List<T> list, Predicate<T> gone) {
        return where(list, gone.negate());
    }

    /** The same list where all of it fits. The state is small and asked all the time, so this and the next are no streams. */
    static <T> List<T> where(List<T> list, Predicate<T> fits) {
        var found = new ArrayList<T>(list.size());
        for (var item : list) {
            if (fits.test(item)) {
                found.add(item);
            }
        }
        return found.size() == list.size() ? list : List.copyOf(found);
    }

    static <T> List<T> change(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        var changed = new ArrayList<T>(list.size());
        for (var item : list) {
            changed.add(which.test(item) ? change.apply(item) : item);
        }
        return List.copyOf(changed);
    }

    static <T> boolean any(List<T> list, Predicate<T> which) {
        for (var item : list) {
            if (which.test(item)) {
                return true;
            }
        }
        return false;
    }

    static <T> Optional<T> first(List<T> list, Predicate<T> which) {
        for (var item : list) {
            if (which.test(item)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }
}
