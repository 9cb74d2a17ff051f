package zhangfa.process.desk;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.identity.Account;
import zhangfa.process.CaseFile;
import zhangfa.process.Eyes;
import zhangfa.process.Ownership;
import zhangfa.process.Precedents;
import zhangfa.process.definition.Definitions;

/** Looks up what went before a case. */
@Component
class PastCases implements Precedents {

    private final JdbcClient jdbc;
    private final Definitions definitions;
    private final Eyes eyes;
    private final Ownership ownership;

    PastCases(JdbcClient jdbc, Definitions definitions, Eyes eyes, Ownership ownership) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.eyes = eyes;
        this.ownership = ownership;
    }

    @Override
    public List<CaseFile> similar(Account who, CaseFile file) {
        var owned = ownership.of(who.id());
        return jdbc.sql(
                        "select c.* from process.case c where c.initiator = :initiator and c.process = :process and c.id <> :case and "
                                + Eyes.SEES + " order by c.id desc limit 3")
                .param("initiator", file.startedBy())
                .param("process", file.process())
                .param("case", file.id())
                .params(eyes.of(who))
                .query((row, number) -> CaseReading.file(row, definitions, owned))
                .list();
    }

    @Override
    public List<Lifetime> lifetimes(String process) {
        return jdbc.sql("""
                        select started_at, ended_at from process.case
                        where process = ? and status = 'completed' order by id desc limit 50""")
                .param(process)
                .query((row, number) ->
                        new Lifetime(TaskReading.instant(row, "started_at"), TaskReading.instant(row, "ended_at")))
                .list();
    }
}
