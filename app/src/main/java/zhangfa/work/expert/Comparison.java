package zhangfa.work.expert;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Two versions of a process side by side.
 *
 * @param before number of the older version
 * @param after number of the newer one; 0 for what lies on the drawing board
 * @param versions all that are published
 */
public record Comparison(
        String process, String name, int before, int after, List<Integer> versions, List<Change> changes) {

    /** Ids of the elements of a sort, as diagrams take them. */
    public String of(String sort) {
        return changes.stream()
                .filter(change -> change.sort().equals(sort))
                .map(Change::element)
                .collect(Collectors.joining(" "));
    }

    public long count(String sort) {
        return changes.stream().filter(change -> change.sort().equals(sort)).count();
    }

    public String model(int version) {
        return "/designs/" + process + (version == 0 ? "/model" : "/versions/" + version + "/model");
    }
}
