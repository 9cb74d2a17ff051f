package zhangfa.rulebook.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zhangfa.rulebook.control.Fact.Column;

/** What there is to be asked about: the views of the schema {@code fact}, as their comments describe them. */
@Repository
class Facts {

    private final JdbcClient jdbc;

    Facts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(String view, String about, Column column) {}

    List<Fact> all() {
        var lines = jdbc.sql("""
                        select c.relname, obj_description(c.oid) as about, a.attname,
                            col_description(c.oid, a.attnum) as holds
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where n.nspname = 'fact' and c.relkind = 'v' order by c.relname, a.attnum""")
                .query((row, number) -> new Line(
                        row.getString("relname"),
                        Objects.requireNonNullElse(row.getString("about"), ""),
                        new Column(row.getString("attname"), Objects.requireNonNullElse(row.getString("holds"), ""))))
                .list();
        var views = new LinkedHashMap<String, List<Line>>();
        lines.forEach(line ->
                views.computeIfAbsent(line.view(), name -> new ArrayList<>()).add(line));
        return views.values().stream()
                .map(view -> new Fact(
                        "fact." + view.getFirst().view(),
                        view.getFirst().about(),
                        view.stream().map(Line::column).toList()))
                .toList();
    }
}
