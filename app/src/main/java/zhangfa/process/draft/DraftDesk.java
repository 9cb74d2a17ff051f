package zhangfa.process.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.process.Drafts;
import zhangfa.process.Processes;
import zhangfa.process.desk.Moments;
import zhangfa.process.form.Fields;

/** Where drafts are kept. */
@Component
@Transactional
class DraftDesk implements Drafts {

    private static final int MOST = 100;
    private static final int LONGEST_TITLE = 200;
    private static final Duration REGRET = Duration.ofDays(1);

    private final JdbcClient database;
    private final Processes processes;
    private final Clock clock;

    DraftDesk(JdbcClient database, Processes processes, Clock clock) {
        this.database = database;
        this.processes = processes;
        this.clock = clock;
    }

    @Override
    public Listing<Draft> of(Account who, Window window) {
        var from = Moments.after(window.after());
        var rows = database.sql("""
                        select * from process.draft where person = :me and discarded_at is null and (saved_at, id) < (:at, :id)
                        order by saved_at desc, id desc limit :rows""")
                .param("me", who.id())
                .param("at", Timestamp.from(from.at()))
                .param("id", from.id())
                .param("rows", window.rows())
                .query((row, number) -> draft(row))
                .list();
        return Listing.of(rows, window.size(), draft -> Moments.cursor(draft.savedAt(), draft.id()))
                .counted(window, () -> count(who));
    }

    @Override
    public Draft find(Account who, UUID id) {
        return database.sql("select * from process.draft where id = ? and person = ? and discarded_at is null")
                .params(id, who.id())
                .query((row, number) -> draft(row))
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    @Override
    public void save(Account who, UUID id, String process, @Nullable String title, Map<String, Object> form) {
        if (processes.find(process).isEmpty()) {
            throw Refusal.invalid("/process", "{process.unknown}");
        }
        if (title != null && title.length() > LONGEST_TITLE) {
            throw Refusal.invalid("/title", "{form.maxLength|" + LONGEST_TITLE + "}");
        }
        forgetDiscarded(who);
        if (count(who) >= MOST && !isKept(id)) {
            throw Refusal.conflict("{process.draft.many|" + MOST + "}");
        }
        var kept = database.sql("""
                        insert into process.draft as d (id, person, process, title, form, saved_at)
                        values (:id, :me, :process, :title, :form, :now)
                        on conflict (id) do update set title = :title, form = :form, saved_at = :now, discarded_at = null
                        where d.person = :me and d.process = :process""")
                .param("id", id)
                .param("me", who.id())
                .param("process", process)
                .param("title", title)
                .param("form", Fields.write(form))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        refuseNone(kept);
    }

    @Override
    public void discard(Account who, UUID id) {
        refuseNone(database.sql(
                        "update process.draft set discarded_at = ? where id = ? and person = ? and discarded_at is null")
                .params(Timestamp.from(clock.instant()), id, who.id())
                .update());
    }

    @Override
    public void restore(Account who, UUID id) {
        refuseNone(database.sql("update process.draft set discarded_at = null where id = ? and person = ?")
                .params(id, who.id())
                .update());
    }

    @Override
    public void forget(Account who, UUID id) {
        database.sql("delete from process.draft where id = ? and person = ?")
                .params(id, who.id())
                .update();
    }

    private void forgetDiscarded(Account who) {
        database.sql("delete from process.draft where person = ? and discarded_at < ?")
                .params(who.id(), Timestamp.from(clock.instant().minus(REGRET)))
                .update();
    }

    private boolean isKept(UUID id) {
        return database.sql("select exists (select 1 from process.draft where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private long count(Account who) {
        return database.sql("select count(*) from process.draft where person = ? and discarded_at is null")
                .param(who.id())
                .query(Long.class)
                .single();
    }

    private static void refuseNone(int rows) {
        if (rows == 0) {
            throw Refusal.notThere();
        }
    }

    private Draft draft(ResultSet row) throws SQLException {
        var process = row.getString("process");
        return new Draft(
                row.getObject("id", UUID.class),
                process,
                processes.find(process).map(Processes.Summary::name).orElse(process),
                row.getString("title"),
                Fields.read(row.getString("form")),
                row.getObject("saved_at", Timestamp.class).toInstant());
    }
}
