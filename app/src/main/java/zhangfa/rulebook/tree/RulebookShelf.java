package zhangfa.rulebook.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.database.RoundTrip;
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
        var lines = new Lines();
        tree.chapters().forEach(chapter -> lines.add(tree.key(), null, chapter));
        insert("rulebook.heading (id, rulebook, level, position, number, title, twins, above)", lines.headings);
        insert("rulebook.clause (id, article, position, title, inferred, twins)", lines.clauses);
        return true;
    }

    public void keepOnly(List<String> keys) {
        jdbc.sql("delete from rulebook.rulebook where key <> all(?)")
                .param(keys.toArray(String[]::new))
                .update();
    }

    private void insert(String into, List<Line> lines) {
        for (var load : RoundTrip.loads(lines)) {
            var marks = "("
                    + String.join(
                            ", ", Collections.nCopies(load.getFirst().columns().size(), "?")) + ")";
            var values = new ArrayList<@Nullable Object>();
            load.forEach(line -> values.addAll(line.columns()));
            jdbc.sql("insert into " + into + " values " + RoundTrip.rows(marks, load.size()))
                    .params(values)
                    .update();
        }
    }

    /** One row. */
    private record Line(List<@Nullable Object> columns) {}

    /** Headings and clauses as rows, numbered in reading order. */
    private static final class Lines {

        private final List<Line> headings = new ArrayList<>();
        private final List<Line> clauses = new ArrayList<>();
        private int position;

        void add(String rulebook, @Nullable String above, Heading heading) {
            headings.add(new Line(Arrays.asList(
                    heading.id(),
                    rulebook,
                    heading.level().name().toLowerCase(Locale.ROOT),
                    position++,
                    heading.number(),
                    Columns.json(heading.title()),
                    heading.twins().toArray(String[]::new),
                    above)));
            heading.clauses().forEach(clause -> add(heading.id(), clause));
            heading.parts().forEach(part -> add(rulebook, heading.id(), part));
        }

        private void add(String article, Clause clause) {
            clauses.add(new Line(Arrays.asList(
                    clause.id(),
                    article,
                    position++,
                    Columns.json(clause.title()),
                    clause.inferred(),
                    clause.twins().toArray(String[]::new))));
        }
    }
}
