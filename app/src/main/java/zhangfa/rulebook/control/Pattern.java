package zhangfa.rulebook.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A question that comes up in every company, so that nobody has to write a query for it. */
public enum Pattern {
    /** Cases that take longer than so many days. */
    SLOW("""
            select c.id as case_id, c.number, c.title, c.started_at
            from fact.case c
            where c.process = '%1$s' and c.status = 'running' and c.started_at < now() - interval '%2$d days'"""),

    /** Cases that their initiators have approved themselves. */
    OWN_APPROVAL("""
            select c.id as case_id, c.number, c.title, t.decided_by
            from fact.case c
            join fact.task t on t.case_id = c.id
            where c.process = '%1$s' and t.kind = 'approval' and t.decided_by = c.initiator"""),

    /** Nothing completed for so many days. */
    IDLE("""
            select now() - interval '%2$d days' as since
            where not exists (
                select from fact.case c
                where c.process = '%1$s' and c.status = 'completed' and c.ended_at >= now() - interval '%2$d days')""");

    private final String query;

    Pattern(String query) {
        this.query = query;
    }

    static Optional<Pattern> of(String word) {
        return Arrays.stream(values())
                .filter(pattern -> pattern.word().equals(word))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Asked of this process. */
    String query(String process, int days) {
        return query.formatted(process.replace("'", "''"), days);
    }
}
