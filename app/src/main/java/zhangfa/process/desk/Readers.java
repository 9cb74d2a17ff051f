package zhangfa.process.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.process.Eyes;
import zhangfa.process.Readership;

/** Keeps who has read a case that was shown to them, and who watches it. */
@Component
class Readers implements Readership {

    private final JdbcClient jdbc;
    private final Eyes eyes;
    private final Clock clock;

    Readers(JdbcClient jdbc, Eyes eyes, Clock clock) {
        this.jdbc = jdbc;
        this.eyes = eyes;
        this.clock = clock;
    }

    @Override
    public List<Copy> copies(Account who, UUID caseId) {
        if (watching(who, caseId).isEmpty()) {
            throw Refusal.notThere();
        }
        return jdbc.sql("select person, by, at, read_at from process.copy where case_id = ? order by at, person")
                .param(caseId)
                .query((row, number) -> new Copy(
                        row.getObject("person", UUID.class),
                        row.getObject("by", UUID.class),
                        TaskReading.instant(row, "at"),
                        row.getObject("read_at") == null ? null : TaskReading.instant(row, "read_at")))
                .list();
    }

    @Override
    public void read(Account who, UUID caseId) {
        jdbc.sql("update process.copy set read_at = ? where case_id = ? and person = ? and read_at is null")
                .params(Timestamp.from(clock.instant()), caseId, who.id())
                .update();
    }

    @Override
    public boolean isWatching(Account who, UUID caseId) {
        return watching(who, caseId).orElseThrow(Refusal::notThere);
    }

    /** Empty where this account may not see the case. */
    private Optional<Boolean> watching(Account who, UUID caseId) {
        return jdbc.sql("select :me = any (c.watchers) from process.case c where c.id = :case and " + Eyes.SEES)
                .param("case", caseId)
                .params(eyes.of(who))
                .query(Boolean.class)
                .optional();
    }

    @Override
    public void watch(Account who, UUID caseId, boolean on) {
        var changed = jdbc.sql("""
                        update process.case c set watchers = array_remove(c.watchers, :me::uuid)
                            || case when :on then array[:me::uuid] else '{}'::uuid[] end
                        where c.id = :case and\s""" + Eyes.SEES)
                .param("case", caseId)
                .param("on", on)
                .params(eyes.of(who))
                .update();
        if (changed == 0) {
            throw Refusal.notThere();
        }
    }
}
