package zhangfa.process.desk;

import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.api.SearchWords;
import zhangfa.database.RoundTrip;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.process.Eyes;
import zhangfa.process.definition.Definitions;
import zhangfa.ui.Finder;

/** Finds cases by number, or by title and its initials in pinyin: by the index of pairs of letters, then letter by letter. */
@Component
class CaseFinder implements Finder {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Eyes eyes;
    private final Definitions definitions;

    CaseFinder(JdbcClient jdbc, Accounts accounts, Eyes eyes, Definitions definitions) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.eyes = eyes;
        this.definitions = definitions;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Hit> find(UUID reader, List<String> words, int most) {
        return accounts.withId(reader).map(who -> find(who, words, most)).orElse(List.of());
    }

    private List<Hit> find(Account who, List<String> words, int most) {
        return jdbc.sql("""
                        select c.id, c.number, c.title, c.process, c.version from process.case c
                        where (c.number = any (:words::text[]) or c.pieces @> :pieces
                            and not exists (select 1 from unnest(:words::text[]) as word where position(word in c.search) = 0))
                            and\s""" + Eyes.SEES + " order by c.id desc limit :most")
                .param("words", RoundTrip.array(words))
                .param("pieces", SearchWords.sought(words))
                .param("most", most)
                .params(eyes.of(who))
                .query((row, number) -> new Hit(
                        row.getString("title"),
                        definitions
                                        .version(row.getString("process"), row.getInt("version"))
                                        .name(LocaleContextHolder.getLocale())
                                + " · " + row.getString("number"),
                        "/cases/" + row.getObject("id", UUID.class)))
                .list();
    }
}
