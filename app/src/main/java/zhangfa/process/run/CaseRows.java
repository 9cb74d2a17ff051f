package zhangfa.process.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.database.RoundTrip;
import zhangfa.flow.FlowJson;
import zhangfa.identity.Account;
import zhangfa.journal.Entry;
import zhangfa.journal.Hash;
import zhangfa.process.Eyes;
import zhangfa.process.deputy.StandIns;
import zhangfa.process.form.Fields;

/** Where case rows are locked for a command; a case that the actor may not see is not there. */
@Component
class CaseRows {

    /** A locked case, and the number of the task that the command is about. */
    record Locked(CaseRow row, int task) {}

    private final JdbcClient jdbc;
    private final Eyes eyes;

    CaseRows(JdbcClient jdbc, Eyes eyes) {
        this.jdbc = jdbc;
        this.eyes = eyes;
    }

    Optional<Locked> lockByTask(UUID task, Account who) {
        return jdbc.sql(
                        "select c.*, t.number as task from process.task t join process.case c on c.id = t.case_id where t.id = :task and "
                                + Eyes.SEES + " for update of c")
                .param("task", task)
                .params(eyes.of(who))
                .query((row, number) -> new Locked(caseRow(row), row.getInt("task")))
                .optional();
    }

    Optional<CaseRow> lock(UUID caseId, Account who) {
        return jdbc.sql("select c.* from process.case c where c.id = :case and " + Eyes.SEES + " for update of c")
                .param("case", caseId)
                .params(eyes.of(who))
                .query((row, number) -> caseRow(row))
                .optional();
    }

    /** Whether this account may see the case. */
    boolean isSeen(UUID caseId, Account who) {
        return jdbc.sql("select exists (select from process.case c where c.id = :case and " + Eyes.SEES + ")")
                .param("case", caseId)
                .params(eyes.of(who))
                .query(Boolean.class)
                .single();
    }

    /** As it stands, without a lock. */
    Optional<CaseRow> find(UUID caseId) {
        return jdbc.sql("select * from process.case where id = :case")
                .param("case", caseId)
                .query((row, number) -> caseRow(row))
                .optional();
    }

    /** For the clock, which sees every case. */
    Optional<CaseRow> lock(UUID caseId) {
        return jdbc.sql("select * from process.case where id = :case for update")
                .param("case", caseId)
                .query((row, number) -> caseRow(row))
                .optional();
    }

    /** A case with its number. */
    record Numbered(String number, CaseRow row) {}

    /** Every case of these units that has a time limit now, and those whose limits name a calendar of their own. */
    List<Numbered> withTimers(Collection<UUID> units, boolean lock) {
        return jdbc.sql("""
                        select c.* from process.running r join process.case c on c.id = r.case_id where c.state like '%"timers"%'
                        and (c.unit = any (?::uuid[]) or c.state like '%"calendar":"%') order by c.id""" + (lock ? " for update of c" : ""))
                .param(RoundTrip.array(units))
                .query((row, number) -> new Numbered(row.getString("number"), caseRow(row)))
                .list();
    }

    Optional<UUID> commanded(UUID command) {
        return jdbc.sql("select case_id from process.command where id = :command")
                .param("command", command)
                .query(UUID.class)
                .optional();
    }

    private static CaseRow caseRow(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new CaseRow(
                id,
                row.getString("process"),
                row.getInt("version"),
                row.getString("title"),
                row.getObject("initiator", UUID.class),
                row.getObject("unit", UUID.class),
                row.getString("legal_entity"),
                FlowJson.readState(row.getString("state")),
                Fields.read(row.getString("form")),
                Fields.read(row.getString("facts")),
                Set.of((UUID[]) row.getArray("participants").getArray()),
                StandIns.read(row.getString("stand_ins")),
                row.getObject("started_at", Timestamp.class).toInstant(),
                row.getObject("caller", UUID.class),
                Set.of((UUID[]) row.getArray("watchers").getArray()),
                new Entry.Head(id, row.getInt("journal_seq"), Hash.of(row.getBytes("journal_hash"))));
    }
}
