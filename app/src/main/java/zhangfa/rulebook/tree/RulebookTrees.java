package zhangfa.rulebook.tree;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zhangfa.rulebook.source.Columns;
import zhangfa.rulebook.source.Wording;
import zhangfa.rulebook.tree.Heading.Level;

/** Where the trees of the rulebooks are kept. */
@Repository
public class RulebookTrees {

    private final JdbcClient jdbc;

    RulebookTrees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row of the heading table. */
    private record HeadingRow(
            String id,
            String rulebook,
            @Nullable String above,
            Level level,
            String number,
            Wording title,
            List<String> twins) {}

    /** All rulebooks in full, in the order of their clause letters. */
    public List<RulebookTree> all() {
        var headings = jdbc.sql("select * from rulebook.heading order by rulebook, position")
                .query((row, number) -> heading(row))
                .list();
        var clauses = jdbc
                .sql("select * from rulebook.clause order by position")
                .query((row, number) -> Map.entry(row.getString("article"), clause(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey));
        var shelf = new Shelf(
                headings.stream().filter(row -> row.above() != null).collect(groupingBy(row -> "" + row.above())),
                clauses);
        return jdbc.sql("select * from rulebook.rulebook r"
                        + " order by (select min(id) from rulebook.heading h where h.rulebook = r.key)")
                .query((row, number) -> new RulebookTree(
                        row.getString("key"),
                        Columns.wording(row, "title"),
                        Columns.wording(row, "scope"),
                        shelf.chapters(headings, row.getString("key"))))
                .list();
    }

    public Optional<Heading> article(String id) {
        return all().stream()
                .flatMap(RulebookTree::articles)
                .filter(article -> article.id().equals(id))
                .findFirst();
    }

    /** Headings and clauses by what they stand under. */
    private record Shelf(Map<String, List<HeadingRow>> parts, Map<String, List<Map.Entry<String, Clause>>> clauses) {

        List<Heading> chapters(List<HeadingRow> headings, String rulebook) {
            return headings.stream()
                    .filter(row -> row.above() == null && row.rulebook().equals(rulebook))
                    .map(this::grown)
                    .toList();
        }

        private Heading grown(HeadingRow row) {
            return new Heading(
                    row.id(),
                    row.level(),
                    row.number(),
                    row.title(),
                    row.twins(),
                    parts.getOrDefault(row.id(), List.of()).stream()
                            .map(this::grown)
                            .toList(),
                    clauses.getOrDefault(row.id(), List.of()).stream()
                            .map(Map.Entry::getValue)
                            .toList());
        }
    }

    private static HeadingRow heading(ResultSet row) throws SQLException {
        return new HeadingRow(
                row.getString("id"),
                row.getString("rulebook"),
                row.getString("above"),
                Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                row.getString("number"),
                Columns.wording(row, "title"),
                Columns.texts(row, "twins"));
    }

    private static Clause clause(ResultSet row) throws SQLException {
        return new Clause(
                row.getString("id"),
                Columns.wording(row, "title"),
                row.getBoolean("inferred"),
                Columns.texts(row, "twins"));
    }
}
