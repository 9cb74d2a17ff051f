package zhangfa.rulebook.contents;

import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.database.RoundTrip;
import zhangfa.ui.Finder;

/** Finds articles by number, or by words of their title or of one of their clauses. */
@Component
class ArticleFinder implements Finder {

    private final JdbcClient database;

    ArticleFinder(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "article";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Hit> find(UUID reader, List<String> words, int most) {
        return database.sql("""
                        select h.id, coalesce(h.title ->> :language, h.title ->> 'zh-CN') as title
                        from rulebook.heading h
                        where exists (select 1 from rulebook.clause c where c.article = h.id) and not exists (
                            select 1 from unnest(:words::text[]) as word
                            where position(word in lower(h.id || ' ' || h.title::text)) = 0 and not exists (
                                select 1 from rulebook.clause c
                                where c.article = h.id and position(word in lower(c.id || ' ' || c.title::text)) > 0))
                        order by lower(h.id) = any (:words::text[]) desc, h.rulebook, h.position limit :most""")
                .param("language", LocaleContextHolder.getLocale().toLanguageTag())
                .param("words", RoundTrip.array(words))
                .param("most", most)
                .query((row, number) -> new Hit(
                        row.getString("title"), row.getString("id"), "/rulebook/articles/" + row.getString("id")))
                .list();
    }
}
