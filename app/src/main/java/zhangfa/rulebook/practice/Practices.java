package zhangfa.rulebook.practice;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zhangfa.rulebook.source.Columns;

/** Where practices are kept. */
@Repository
public class Practices {

    private final JdbcClient jdbc;

    Practices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Practice> all() {
        return jdbc.sql("select content from rulebook.practice order by key")
                .query((row, number) -> Columns.json(row, "content", Practice.class))
                .list();
    }

    public Optional<Practice> find(String key) {
        return jdbc.sql("select content from rulebook.practice where key = ?")
                .param(key)
                .query((row, number) -> Columns.json(row, "content", Practice.class))
                .optional();
    }

    public Optional<Practice> carryingOut(String clause) {
        return jdbc.sql("select content from rulebook.practice p"
                        + " join rulebook.practice_clause c on c.practice = p.key where c.clause = ?")
                .param(clause)
                .query((row, number) -> Columns.json(row, "content", Practice.class))
                .optional();
    }

    public Optional<Practice> ofProcess(String process) {
        return jdbc.sql("select content from rulebook.practice where process = ?")
                .param(process)
                .query((row, number) -> Columns.json(row, "content", Practice.class))
                .optional();
    }

    /** Whether it was written, that is, new or changed. */
    public boolean put(Practice practice, String hash) {
        var present = jdbc.sql("select content_hash from rulebook.practice where key = ?")
                .param(practice.key())
                .query(String.class)
                .optional();
        if (present.filter(hash::equals).isPresent()) {
            return false;
        }
        jdbc.sql("delete from rulebook.practice_clause where practice = ?")
                .param(practice.key())
                .update();
        jdbc.sql("""
                        insert into rulebook.practice (key, rulebook, process, content, content_hash)
                        values (?, ?, ?, ?, ?)
                        on conflict (key) do update set rulebook = excluded.rulebook, process = excluded.process,
                            content = excluded.content, content_hash = excluded.content_hash, loaded_at = now()
                        """)
                .params(practice.key(), practice.rulebook(), practice.process().key(), Columns.json(practice), hash)
                .update();
        jdbc.sql("insert into rulebook.practice_clause (clause, practice) select unnest(?::text[]), ?")
                .params(practice.clauses().map(PracticeClause::id).toArray(String[]::new), practice.key())
                .update();
        return true;
    }

    public void keepOnly(List<String> keys) {
        jdbc.sql("delete from rulebook.practice where key <> all(?)")
                .param(keys.toArray(String[]::new))
                .update();
    }
}
