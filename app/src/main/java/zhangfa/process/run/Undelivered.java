package zhangfa.process.run;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.database.RoundTrip;
import zhangfa.job.Job;
import zhangfa.job.Jobs;
import zhangfa.journal.Happening;
import zhangfa.journal.Journal;
import zhangfa.process.form.Fields;

/** Messages that reached nobody, for good: incidents on the cases that have thrown them, which know how to send them again. */
@Component
class Undelivered {

    private static final String KIND = "message_undelivered";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CaseRows rows;
    private final Runs runs;
    private final Journal journal;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final DataSource database;
    private final TransactionTemplate transaction;

    Undelivered(
            CaseRows rows,
            Runs runs,
            Journal journal,
            Jobs jobs,
            JdbcClient jdbc,
            DataSource database,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.runs = runs;
        this.journal = journal;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.database = database;
        this.transaction = transaction;
    }

    /** Keeps it with its case, once. @return whether there is such a case */
    boolean keep(Courier.Letter letter, Job job) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var row = rows.lock(letter.from());
            row.filter(found -> !isKept(found.id(), job)).ifPresent(found -> note(found, letter, job));
            return row.isPresent();
        }));
    }

    private boolean isKept(UUID caseId, Job job) {
        return jdbc.sql("""
                        select exists (select 1 from process.incident
                        where case_id = :case and resolved_at is null and job::json ->> 'id' = :job)""")
                .param("case", caseId)
                .param("job", job.id())
                .query(Boolean.class)
                .single();
    }

    private void note(CaseRow row, Courier.Letter letter, Job job) {
        var now = runs.now();
        var content = Map.<String, Object>of("name", letter.name(), "key", String.valueOf(letter.key()));
        var entry = new Happening(now, null, null, KIND, letter.element(), null, Fields.write(content))
                .after(row.journalHead());
        var trip = new RoundTrip()
                .add(
                        "update process.case set journal_seq = ?, journal_hash = ? where id = ?",
                        entry.seq(),
                        entry.hash().bytes(),
                        row.id())
                .add(
                        """
                        insert into process.incident (case_id, number, element, kind, message, raised_at, job)
                        select ?, coalesce(least(min(number), 0), 0) - 1, ?, 'message', ?, ?, ? from process.incident where case_id = ?""",
                        row.id(),
                        letter.element(),
                        Courier.unheard(letter),
                        now,
                        JSON.writeValueAsString(job),
                        row.id());
        journal.write(List.of(entry), trip);
        trip.run(database);
    }

    /** Lets it be tried anew; in the transaction under way, under the lock of its case. */
    void sendAgain(CaseRow row, int incident) {
        var job = jdbc.sql("""
                        update process.incident set resolved_at = :now
                        where case_id = :case and number = :number and resolved_at is null and job is not null returning job""")
                .param("now", Timestamp.from(runs.now()))
                .param("case", row.id())
                .param("number", incident)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("{process.stale}"));
        var kept = JSON.readValue(job, Job.class);
        jobs.schedule(new Job(kept.kind(), kept.id(), runs.now(), kept.data()));
    }
}
