package zhangfa.work.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands above a list of cases: what it asks for, what it may be asked for, and the reader's views.
 *
 * @param processes their names by their keys
 */
public record CaseFilters(CaseQuery query, Map<String, String> processes, List<View> views) {

    private static final List<String> STATUSES = List.of("", "running", "completed", "rejected", "cancelled");

    /** Each status with the address of the list of its cases; the empty one stands for any. */
    public Map<String, String> statuses() {
        var statuses = new LinkedHashMap<String, String>();
        STATUSES.forEach(status -> statuses.put(status, query.withStatus(status)));
        return statuses;
    }

    public boolean isStatus(String status) {
        return current() == null && status.equals(query.status() == null ? "" : query.status());
    }

    /** The view that the reader looks at; null where it is none. */
    public @Nullable View current() {
        return views.stream()
                .filter(view -> view.query().equals(query))
                .findFirst()
                .orElse(null);
    }

    public boolean isCurrent(UUID view) {
        var current = current();
        return current != null && current.id().equals(view);
    }
}
