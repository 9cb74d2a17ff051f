package zhangfa.process.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.process.Eyes;
import zhangfa.process.Reading;

/**
 * The newest cases that somebody may see, youngest first. Each reason why they may is an index that is read in that order and left after a page, so that it
 * does not matter how many cases have ended; keys are in the order of time.
 */
final class Newest {

    private static final Set<String> RUNNING = Set.of("running", "suspended");

    private static final String PART =
            "process.part p join process.case c on c.id = p.case_id where p.person = :me and p.case_id < :id";

    /** Where nothing is asked of the cases they need not be looked at. */
    private static final String ANY_PART =
            "(select case_id as id from process.part where person = :me) c where c.id < :id order by c.id";

    private static final List<String> REASONS = List.of(
            PART + "%s order by p.case_id",
            "process.case c where c.initiator = :me and c.id < :id%s order by c.id",
            each("unnest(:units::uuid[])", "unit"),
            each("unnest(:owned::text[])", "process"));

    private Newest() {}

    private static String each(String of, String column) {
        return of + " as one cross join lateral (select id from process.case c where c." + column
                + " = one and c.id < :id%s order by c.id desc limit :rows) c order by c.id";
    }

    /** What a list is about, of {@code process.case c}, apart from who looks. */
    static String wanted(Reading.Filter filter) {
        return (filter.status() == null ? "" : " and c.status = :status")
                + (filter.process() == null ? "" : " and c.process = :process")
                + (filter.startedByMe() ? " and c.initiator = :me" : "")
                + (filter.from() == null ? "" : " and c.started_at >= :from")
                + (filter.until() == null ? "" : " and c.started_at < :until");
    }

    /** Where a list that goes on from behind a key begins: a case has its key before it starts. */
    static UUID behind(UUID key, Reading.Filter filter) {
        return filter.until() == null
                ? key
                : Stream.of(key, new UUID((filter.until().toEpochMilli() + 1) << 16, 0))
                        .min(Comparator.comparing(UUID::toString))
                        .orElseThrow();
    }

    /** A query for the ids of at most {@code :rows}, from behind {@code :id} on; the other parameters are those of {@link Eyes} and of the filter. */
    static String ids(Reading.Filter filter, boolean inspects) {
        var wanted = wanted(filter);
        return reasons(filter, inspects)
                .map(reason -> wanted.isEmpty() && reason.startsWith(PART) ? ANY_PART : reason.formatted(wanted))
                .map(reason -> "(select c.id from " + reason + " desc limit :rows)")
                .collect(Collectors.joining(" union "));
    }

    /**
     * The newest of the cases with these ids, as {@code c}, in the order of {@code n.id desc}. Each is looked up, since a plan that goes through all of
     * them by their keys is slow and looks cheap, and none that nobody reads is.
     */
    static String cases(String ids) {
        return "(select id from (" + ids + ") any_reason order by id desc limit :rows) n"
                + " cross join lateral (select * from process.case where id = n.id offset 0) c";
    }

    private static Stream<String> reasons(Reading.Filter filter, boolean inspects) {
        if (isRunning(filter.status())) {
            return Stream.of("process.running r join process.case c on c.id = r.case_id where r.case_id < :id and "
                    + Eyes.SEES + "%s order by r.case_id");
        }
        if (filter.startedByMe()) {
            return Stream.of(REASONS.get(1));
        }
        return inspects ? Stream.of("process.case c where c.id < :id%s order by c.id") : REASONS.stream();
    }

    private static boolean isRunning(@Nullable String status) {
        return status != null && RUNNING.contains(status);
    }
}
