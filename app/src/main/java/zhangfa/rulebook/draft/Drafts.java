package zhangfa.rulebook.draft;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zhangfa.database.Keys;
import zhangfa.rulebook.source.Columns;
import zhangfa.rulebook.structure.Outline;
import zhangfa.rulebook.structure.Outline.Mend;
import zhangfa.rulebook.structure.Passage.Kind;

/** Where drafts and their passages are kept. */
@Repository
public class Drafts {

    private final JdbcClient database;

    Drafts(JdbcClient database) {
        this.database = database;
    }

    /** One passage as it is written to the database. */
    private record Row(UUID id, UUID draft, int place, String kind, String number, String title, String text) {}

    UUID add(String title, String fileName, String sha256, Outline outline, UUID who) {
        var id = Keys.next();
        database.sql("insert into rulebook.draft (id, title, file_name, sha256, mended, state, created_by)"
                        + " values (?, ?, ?, ?, ?::jsonb, 'proposed', ?)")
                .params(id, title, fileName, sha256, Columns.json(outline.mended()), who)
                .update();
        var place = new int[1];
        var rows = outline.passages().stream()
                .map(passage -> new Row(
                        Keys.next(),
                        id,
                        place[0]++,
                        word(passage.kind()),
                        passage.number(),
                        passage.title(),
                        passage.text()))
                .toList();
        database.sql(
                        "insert into rulebook.passage select * from json_populate_recordset(null::rulebook.passage, ?::json)")
                .param(Columns.json(rows))
                .update();
        return id;
    }

    public List<Draft> all() {
        return database.sql("select * from rulebook.draft order by id desc limit 200")
                .query((row, number) -> draft(row))
                .list();
    }

    public Optional<Draft> find(UUID id) {
        return database.sql("select * from rulebook.draft where id = ?")
                .param(id)
                .query((row, number) -> draft(row))
                .optional();
    }

    void keep(UUID id, String title) {
        database.sql("update rulebook.draft set title = ?, state = 'draft' where id = ?")
                .params(title, id)
                .update();
    }

    /** How many there were. */
    int remove(UUID id) {
        return database.sql("delete from rulebook.draft where id = ?").param(id).update();
    }

    public List<DraftPassage> passages(UUID draft) {
        return database.sql("select * from rulebook.passage where draft = ? order by place")
                .param(draft)
                .query((row, number) -> passage(row))
                .list();
    }

    /** Some of them, after a place. */
    List<DraftPassage> passages(UUID draft, @Nullable BigDecimal after, int rows) {
        return database.sql(
                        "select * from rulebook.passage where draft = :draft and place > :after order by place limit :rows")
                .param("draft", draft)
                .param("after", after == null ? BigDecimal.ONE.negate() : after)
                .param("rows", rows)
                .query((row, number) -> passage(row))
                .list();
    }

    Map<Kind, Integer> count(UUID draft) {
        return database
                .sql("select kind, count(*) as many from rulebook.passage where draft = ? group by kind")
                .param(draft)
                .query((row, number) -> Map.entry(kind(row), row.getInt("many")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<DraftPassage> passage(UUID draft, UUID id) {
        return database.sql("select * from rulebook.passage where draft = ? and id = ? for update")
                .params(draft, id)
                .query((row, number) -> passage(row))
                .optional();
    }

    /** The passage that this one follows. */
    Optional<DraftPassage> before(UUID draft, DraftPassage passage) {
        return database.sql(
                        "select * from rulebook.passage where draft = ? and place < ? order by place desc limit 1 for update")
                .params(draft, passage.place())
                .query((row, number) -> passage(row))
                .optional();
    }

    /** A place behind this passage, and before the next one. */
    BigDecimal placeAfter(UUID draft, DraftPassage passage) {
        return database.sql("""
                        select coalesce((:place + min(place)) / 2, :place + 1)
                        from rulebook.passage where draft = :draft and place > :place
                        """)
                .param("place", passage.place())
                .param("draft", draft)
                .query(BigDecimal.class)
                .single();
    }

    void put(UUID draft, DraftPassage passage) {
        database.sql("""
                        insert into rulebook.passage (id, draft, place, kind, number, title, text)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update
                        set kind = excluded.kind, number = excluded.number, title = excluded.title, text = excluded.text
                        """)
                .params(
                        passage.id(),
                        draft,
                        passage.place(),
                        word(passage.kind()),
                        passage.number(),
                        passage.title(),
                        passage.text())
                .update();
    }

    void drop(DraftPassage passage) {
        database.sql("delete from rulebook.passage where id = ?")
                .param(passage.id())
                .update();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("file_name"),
                List.of(Columns.json(row, "mended", Mend[].class)),
                Draft.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getTimestamp("created_at").toInstant());
    }

    private static DraftPassage passage(ResultSet row) throws SQLException {
        return new DraftPassage(
                row.getObject("id", UUID.class),
                row.getBigDecimal("place"),
                kind(row),
                row.getString("number"),
                row.getString("title"),
                row.getString("text"));
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
