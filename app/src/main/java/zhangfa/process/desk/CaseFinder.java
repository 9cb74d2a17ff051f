package zhangfa.process.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.api.SearchWords;
import zhangfa.database.RoundTrip;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.identity.Permission;
import zhangfa.process.Eyes;
import zhangfa.process.Reading;
import zhangfa.process.definition.Definitions;
import zhangfa.ui.Finder;

/**
 * Finds cases by number, or by title and its initials in pinyin: among the newest first, then in all by the index of pairs of letters; of words that are in
 * very many cases, only among many of the newest.
 */
@Component
class CaseFinder implements Finder {

    private static final Reading.Filter ANY = new Reading.Filter(null, null, false);

    /** The newest that somebody sees: so many are looked through in some milliseconds. */
    private static final int RECENT = 2_000;

    private static final int MANY = 20_000;

    private static final Pattern ROWS = Pattern.compile("rows=(\\d+)");

    private static final String MATCHES =
            "not exists (select 1 from unnest(:words::text[]) as word where position(word in c.search) = 0)";

    private static final String EVERYWHERE =
            "process.case c where c.pieces @> :pieces and " + MATCHES + " and " + Eyes.SEES + " order by c.id desc";

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
        var hits = new LinkedHashSet<Hit>();
        hits.addAll(hits(
                who,
                words,
                most,
                "process.case c where c.number = any (:numbers::text[]) and " + Eyes.SEES + " order by c.id desc"));
        hits.addAll(hits(who, words, most, newest(who, RECENT)));
        if (hits.size() < most) {
            hits.addAll(hits(who, words, most, isCommon(words) ? newest(who, MANY) : EVERYWHERE));
        }
        return hits.stream().limit(most).toList();
    }

    private static String newest(Account who, int cases) {
        return Newest.cases(Newest.ids(ANY, who.may(Permission.CASE_INSPECT))).replace(":rows", String.valueOf(cases))
                + " where " + MATCHES + " order by n.id desc";
    }

    /** Whether no piece of them is rare, as the database estimates it, which costs nothing: all cases with common words would be a slow read. */
    private boolean isCommon(List<String> words) {
        return IntStream.of(SearchWords.sought(words)).allMatch(piece -> estimate(piece) > MANY);
    }

    private long estimate(int piece) {
        return jdbc
                .sql("explain select from process.case where pieces @> array[cast(:piece as int)]")
                .param("piece", piece)
                .query(String.class)
                .list()
                .stream()
                .map(ROWS::matcher)
                .filter(Matcher::find)
                .mapToLong(rows -> Long.parseLong(rows.group(1)))
                .max()
                .orElse(0);
    }

    private List<Hit> hits(Account who, List<String> words, int most, String from) {
        return jdbc.sql("select c.id, c.number, c.title, c.process, c.version from " + from + " limit :most")
                .param("words", RoundTrip.array(words))
                .param(
                        "numbers",
                        RoundTrip.array(words.stream()
                                .map(word -> word.toUpperCase(Locale.ROOT))
                                .toList()))
                .param("pieces", SearchWords.sought(words))
                .param("id", Moments.after(null).id())
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
