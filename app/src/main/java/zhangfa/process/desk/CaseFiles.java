package zhangfa.process.desk;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.file.FileGate;
import zhangfa.identity.Accounts;
import zhangfa.process.Eyes;

/** Files that hang on a case are seen by whoever sees the case. */
@Component
class CaseFiles implements FileGate {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Eyes eyes;

    CaseFiles(JdbcClient jdbc, Accounts accounts, Eyes eyes) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.eyes = eyes;
    }

    @Override
    public boolean maySee(UUID subject, UUID account) {
        return accounts.withId(account).stream()
                .anyMatch(who -> jdbc.sql("select count(*) from process.case c where c.id = :case and " + Eyes.SEES)
                                .param("case", subject)
                                .params(eyes.of(who))
                                .query(Integer.class)
                                .single()
                        == 1);
    }
}
