package zhangfa.rulebook.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that were loaded last, word for word. */
@Repository
public class KeptFiles {

    private final JdbcClient jdbc;

    KeptFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file with what it belongs to.
     *
     * @param part {@code rulebook …} or {@code section …}, with its key
     */
    public record KeptFile(String part, SourceFile file) {}

    public static String ofRulebook(String key) {
        return "rulebook " + key;
    }

    public static String ofSection(String key) {
        return "section " + key;
    }

    /** In the order of their paths. */
    public List<KeptFile> all() {
        return jdbc.sql("select * from rulebook.source order by path collate \"C\"")
                .query((row, number) -> new KeptFile(
                        row.getString("part"), new SourceFile(row.getString("path"), row.getString("text"))))
                .list();
    }

    public Set<String> parts() {
        return new HashSet<>(jdbc.sql("select distinct part from rulebook.source")
                .query(String.class)
                .list());
    }

    /** All that belongs to it now; a file that moved from one part to another belongs to this one. */
    public void keep(String part, List<SourceFile> files) {
        var paths = files.stream().map(SourceFile::path).toArray(String[]::new);
        jdbc.sql("delete from rulebook.source where part = ? or path = any(?)")
                .params(part, paths)
                .update();
        jdbc.sql("insert into rulebook.source (part, path, text) select ?, * from unnest(?::text[], ?::text[])")
                .params(part, paths, files.stream().map(SourceFile::text).toArray(String[]::new))
                .update();
    }

    public void keepOnly(List<String> parts) {
        jdbc.sql("delete from rulebook.source where part <> all(?)")
                .param(parts.toArray(String[]::new))
                .update();
    }
}
