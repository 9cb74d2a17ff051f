package zhangfa.rulebook.tree;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.rulebook.source.Columns;
import zhangfa.rulebook.source.SourceFile;

/** Puts rulebooks on the shelf; one whose text has not changed stays as it stands. */
@Component
public class RulebookShelf {

    private final JdbcClient jdbc;

    RulebookShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static RulebookTree read(SourceFile file) {
        return RulebookFile.read(file.path(), file.text());
    }

    /** Whether it was written, that is, new or changed. */
    public boolean put(RulebookTree tree, String hash) {
        var present = jdbc.sql("select content_hash from rulebook.rulebook where key = ?")
                .param(tree.key())
                .query(String.class)
                .optional();
        if (present.filter(hash::equals).isPresent()) {
            return false;
        }
        jdbc.sql("delete from rulebook.rulebook where key = ?")
                .param(tree.key())
                .update();
        jdbc.sql("insert into rulebook.rulebook (key, title, scope, content_hash) values (?, ?, ?, ?)")
                .params(tree.key(), Columns.json(tree.title()), Columns.json(tree.scope()), hash)
                .update();
        var position = new int[1];
        tree.chapters().forEach(chapter -> write(tree.key(), null, chapter, position));
        return true;
    }

    public void keepOnly(List<String> keys) {
        jdbc.sql("delete from rulebook.rulebook where key <> all(?)")
                .param(keys.toArray(String[]::new))
                .update();
    }

    private void write(String rulebook, @Nullable String above, Heading heading, int[] position) {
        jdbc.sql("insert into rulebook.heading (id, rulebook, level, position, number, title, twins, above)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        heading.id(),
                        rulebook,
                        heading.level().name().toLowerCase(Locale.ROOT),
                        position[0]++,
                        heading.number(),
                        Columns.json(heading.title()),
                        heading.twins().toArray(String[]::new))
                .param(above)
                .update();
        heading.clauses().forEach(clause -> write(heading.id(), clause, position));
        heading.parts().forEach(part -> write(rulebook, heading.id(), part, position));
    }

    private void write(String article, Clause clause, int[] position) {
        jdbc.sql("insert into rulebook.clause (id, article, position, title, inferred, twins)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        clause.id(),
                        article,
                        position[0]++,
                        Columns.json(clause.title()),
                        clause.inferred(),
                        clause.twins().toArray(String[]::new))
                .update();
    }
}
