package zhangfa.rulebook.source;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why sections were not loaded the last time, for whoever can mend them. */
@Repository
public class RefusedFiles {

    private final JdbcClient jdbc;

    RefusedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each with file, line and what is wrong there, in English as files are written. */
    public List<String> reasons() {
        return jdbc.sql("select reason from rulebook.refused order by position")
                .query((row, number) -> row.getString("reason"))
                .list();
    }

    /** In place of those of the time before. */
    public void keep(List<SourceFault> faults) {
        jdbc.sql("delete from rulebook.refused").update();
        jdbc.sql("insert into rulebook.refused (position, reason) select * from unnest(?::int[], ?::text[])")
                .params(
                        IntStream.range(0, faults.size()).boxed().toArray(Integer[]::new),
                        faults.stream().map(SourceFault::getMessage).toArray(String[]::new))
                .update();
    }
}
