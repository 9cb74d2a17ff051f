package zhangfa.rulebook.tree;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zhangfa.rulebook.source.Columns;

/** Finds the clauses that something of the company's own stands for, without reading whole rulebooks. */
@Repository
public class Places {

    private static final String CLAUSES = """
            select c.id, c.title, h.title as article from rulebook.clause c
            join rulebook.heading h on h.id = c.article
            """;

    private static final String SAYS_ALL = """
            where not exists (select from unnest(?) word where position(word in lower(concat_ws(' ', c.id,
                c.title ->> 'zh-CN', c.title ->> 'zh-TW', c.title ->> 'en',
                h.title ->> 'zh-CN', h.title ->> 'zh-TW', h.title ->> 'en'))) = 0)
            order by h.rulebook, c.position limit ?""";

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By number, or by words of clause and article in any language; nothing without a word. */
    public List<Place> find(String words, int most) {
        if (words.isBlank()) {
            return List.of();
        }
        return jdbc.sql(CLAUSES + SAYS_ALL)
                .param(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .param(most)
                .query((row, number) ->
                        new Place(row.getString("id"), Columns.wording(row, "title"), Columns.wording(row, "article")))
                .list();
    }

    /** Those of these that still stand in a rulebook, in reading order. */
    public List<Place> named(Collection<String> clauses) {
        return jdbc.sql(CLAUSES + "where c.id = any(?) order by h.rulebook, c.position")
                .param(clauses.toArray(String[]::new))
                .query((row, number) ->
                        new Place(row.getString("id"), Columns.wording(row, "title"), Columns.wording(row, "article")))
                .list();
    }

    public boolean haveAll(Collection<String> clauses) {
        return named(clauses).size() == new HashSet<>(clauses).size();
    }
}
