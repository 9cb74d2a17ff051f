package zhangfa.journal.proof;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.journal.Proof;

/** The streams that the journal keeps itself end where their head says: nothing was cut off. */
@Component
class Heads implements Proof {

    private final JdbcClient jdbc;

    Heads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String claim() {
        return "journal.proof.heads";
    }

    @Override
    public Outcome examine() {
        var problems = jdbc.sql("""
                        select 'stream ' || s.kind || ' ' || s.name || ': its last entries are missing' from journal.stream s
                        left join lateral (select seq, hash from journal.entry e where e.stream = s.id order by seq desc limit 1) e on true
                        where (s.seq, s.hash) is distinct from (e.seq, e.hash) limit 100""")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
        return new Outcome(
                jdbc.sql("select count(*) from journal.stream")
                        .query(Long.class)
                        .single(),
                problems);
    }
}
