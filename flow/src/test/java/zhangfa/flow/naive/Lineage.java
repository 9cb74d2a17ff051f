package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Numbers for what comes of what: played again, the same gets its number again, and what does not come about is missed. */
final class Lineage {

    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> parents = new ArrayList<>();

    int of(String how, Integer... from) {
        return of(how, List.of(from));
    }

    int of(String how, List<Integer> from) {
        return numbers.computeIfAbsent(List.of(how, from), _ -> {
            parents.add(from);
            return parents.size() - 1;
        });
    }

    List<Integer> parents(int number) {
        return parents.get(number);
    }

    /** All that something came of, and itself; the youngest first. */
    TreeSet<Integer> ancestors(int number) {
        var found = new TreeSet<Integer>((a, b) -> b - a);
        collect(number, found);
        return found;
    }

    private void collect(int number, TreeSet<Integer> found) {
        if (found.add(number)) {
            parents.get(number).forEach(parent -> collect(parent, found));
        }
    }
}
