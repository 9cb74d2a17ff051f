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
        return switch (list.size()) {
            case 0 -> List.of(more);
            case 1 -> List.of(list.getFirst(), more);
            default -> {
                var longer = new ArrayList<T>(list.size() + 1);
                longer.addAll(list);
                longer.add(more);
                yield List.copyOf(longer);
            }
        };
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

    /** The same list where all of it fits. The state is small and asked all the time, so here are no streams and no iterators. */
    static <T> List<T> where(List<T> list, Predicate<T> fits) {
        var size = list.size();
        for (var at = 0; at < size; at++) {
            if (!fits.test(list.get(at))) {
                return size == 1 ? List.of() : where(list, fits, at);
            }
        }
        return list;
    }

    /** Those that fit, this one being the first that does not. */
    private static <T> List<T> where(List<T> list, Predicate<T> fits, int gone) {
        var found = new ArrayList<>(list.subList(0, gone));
        for (var at = gone + 1; at < list.size(); at++) {
            if (fits.test(list.get(at))) {
                found.add(list.get(at));
            }
        }
        return List.copyOf(found);
    }

    /** The same list where nothing is changed. */
    static <T> List<T> change(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        var size = list.size();
        if (size == 1) {
            return which.test(list.getFirst()) ? List.of(change.apply(list.getFirst())) : list;
        }
        var changed = new ArrayList<T>(size);
        var any = false;
        for (var at = 0; at < size; at++) {
            var item = list.get(at);
            var fits = which.test(item);
            changed.add(fits ? change.apply(item) : item);
            any |= fits;
        }
        return any ? List.copyOf(changed) : list;
    }

    static <T> boolean any(List<T> list, Predicate<T> which) {
        for (var at = 0; at < list.size(); at++) {
            if (which.test(list.get(at))) {
                return true;
            }
        }
        return false;
    }

    static <T> Optional<T> first(List<T> list, Predicate<T> which) {
        for (var at = 0; at < list.size(); at++) {
            if (which.test(list.get(at))) {
                return Optional.of(list.get(at));
            }
        }
        return Optional.empty();
    }
}
