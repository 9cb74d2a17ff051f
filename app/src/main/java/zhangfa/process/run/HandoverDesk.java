package zhangfa.process.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowTask;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.process.Handover;
import zhangfa.process.definition.Definitions;
import zhangfa.process.deputy.Deputies;

/** Where all that lies with one person is moved to another. */
@Component
class HandoverDesk implements Handover {

    private final JdbcClient jdbc;
    private final Definitions definitions;
    private final Deputies deputies;
    private final Organization organization;
    private final CaseRows rows;
    private final Runs runs;
    private final Commits commits;

    HandoverDesk(
            JdbcClient jdbc,
            Definitions definitions,
            Deputies deputies,
            Organization organization,
            CaseRows rows,
            Runs runs,
            Commits commits) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.deputies = deputies;
        this.organization = organization;
        this.rows = rows;
        this.runs = runs;
        this.commits = commits;
    }

    @Override
    public List<Lying> tasksOf(UUID person) {
        return jdbc.sql("""
                        select t.id, t.case_id, t.step, c.number, c.process, c.version
                        from process.todo d join process.task t on t.id = d.task join process.case c on c.id = t.case_id
                        where d.person = :person and not exists (
                            select 1 from process.todo o join organization.person p on p.id = o.person and p.active
                            where o.task = t.id and o.person <> :person)
                        order by t.created_at, t.id""")
                .param("person", person)
                .query((row, number) -> lying(row))
                .list();
    }

    private Lying lying(ResultSet row) throws SQLException {
        var definition = definitions.version(row.getString("process"), row.getInt("version"));
        var step = row.getString("step");
        var locale = LocaleContextHolder.getLocale();
        return new Lying(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                definition.name(locale),
                step.equals(FlowModel.INITIATOR) ? null : definition.stepName(step, locale));
    }

    @Override
    public List<Moved> handOver(Account who, UUID person, UUID successor, boolean behalf, @Nullable String comment) {
        return tasksOf(person).stream()
                .map(task -> moved(who, person, successor, behalf, comment, task))
                .toList();
    }

    private Moved moved(
            Account who, UUID person, UUID successor, boolean behalf, @Nullable String comment, Lying lying) {
        try {
            var to = commits.once(null, () -> {
                var row = rows.lock(lying.caseId()).orElseThrow(Refusal::notThere);
                var task = row.state()
                        .openTask(number(lying.task()))
                        .filter(open -> open.isFor(person.toString()))
                        .orElseThrow(() -> Refusal.conflict("{process.stale}"));
                return move(row, task, runs.said(who, null, comment), person, successor, behalf);
            });
            return new Moved(lying, to, null);
        } catch (Refusal refusal) {
            return new Moved(lying, null, refusal);
        }
    }

    private UUID move(CaseRow row, FlowTask task, Run.Said said, UUID person, UUID successor, boolean behalf) {
        var run = runs.of(row, said);
        var leaver = person.toString();
        if (task.step().equals(FlowModel.INITIATOR)) {
            throw Refusal.conflict("{process.handover.initiator}");
        }
        if (task.isDelegated()) {
            run.apply(new FlowCommand.Resolve(said.command(), said.at(), leaver, task.number()));
            commits.go(run, null);
            return UUID.fromString(task.delegators().getFirst());
        }
        var to = successor(row, run.conflicted(task.step()), person, successor);
        if (behalf) {
            run.actFor(task.activity(), Map.of(to, person));
        }
        run.apply(new FlowCommand.Transfer(said.command(), said.at(), leaver, task.number(), to.toString()));
        commits.go(run, null);
        return to;
    }

    private UUID successor(CaseRow row, Set<UUID> conflicted, UUID person, UUID successor) {
        var present = deputies.present(successor, row.process(), conflicted);
        if (!conflicted.contains(present) && !present.equals(person)) {
            return present;
        }
        return organization.headsAbove(person).stream()
                .filter(head -> !conflicted.contains(head) && !head.equals(person))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("{process.handover.nobody}"));
    }

    private int number(UUID task) {
        return Objects.requireNonNull(jdbc.sql("select number from process.task where id = ?")
                .param(task)
                .query(Integer.class)
                .single());
    }
}
