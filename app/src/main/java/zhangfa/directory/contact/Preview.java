package zhangfa.directory.contact;

import java.util.List;
import java.util.UUID;
import zhangfa.api.Words;

/**
 * What taking contacts in would do, as its page shows it.
 *
 * @param snapshot the contacts that were compared
 */
public record Preview(UUID snapshot, List<Difference> differences, List<Leaver> leavers, int unchanged) {

    static Preview of(UUID snapshot, Plan plan, Words words) {
        return new Preview(snapshot, said(plan, words), plan.leavers(), plan.unchanged());
    }

    static List<Difference> said(Plan plan, Words words) {
        return plan.differences().stream()
                .map(line -> new Difference(
                        line.kind(), line.what(), line.as(), line.detail() == null ? null : words.say(line.detail())))
                .toList();
    }

    public boolean isNothing() {
        return differences.isEmpty() && leavers.isEmpty();
    }

    public boolean hasUnclear() {
        return differences.stream().anyMatch(line -> line.kind() == Difference.Kind.UNCLEAR);
    }
}
