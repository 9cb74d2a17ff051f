package zhangfa.work.design;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.work.design.Design.Content;

/** Where designs and their editions are kept. */
@Component
class Designs {

    private static final String WHOLE = """
            select d.*, e.bpmn, e.form,
                (select max(number) from work.design_edition m where m.process = d.process) as editions
            from work.design d join work.design_edition e on e.process = d.process and e.number = d.edition
            """;

    private final JdbcClient database;
    private final Clock clock;

    Designs(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Design> all() {
        return database.sql(WHOLE + "order by d.changed_at desc")
                .query((row, number) -> design(row))
                .list();
    }

    Optional<Design> find(String process) {
        return database.sql(WHOLE + "where d.process = ?")
                .param(process)
                .query((row, number) -> design(row))
                .optional();
    }

    /** Puts a process onto the board; says false where it lies there already. */
    boolean begin(
            String process,
            Content content,
            @Nullable Integer base,
            @Nullable String guide,
            List<String> articles,
            UUID who) {
        var made = database.sql("""
                        insert into work.design
                            (process, edition, revision, base, guide, articles, begun_at, begun_by, changed_at, changed_by)
                        values (:process, 1, 1, :base, :guide, :articles, :now, :who, :now, :who) on conflict do nothing""")
                .param("process", process)
                .param("base", base)
                .param("guide", guide)
                .param("articles", articles.toArray(String[]::new))
                .param("now", now())
                .param("who", who)
                .update();
        if (made == 1) {
            keep(process, 1, content, who);
        }
        return made == 1;
    }

    /**
     * Puts an edition onto the board where the board has not changed since this revision.
     *
     * @return false where it has
     */
    boolean turnTo(String process, int revision, int edition, UUID who) {
        return database.sql("""
                                update work.design set edition = :edition, revision = revision + 1, changed_at = :now, changed_by = :who
                                where process = :process and revision = :revision""")
                        .param("process", process)
                        .param("revision", revision)
                        .param("edition", edition)
                        .param("now", now())
                        .param("who", who)
                        .update()
                == 1;
    }

    /** A new edition; those that were undone are gone. */
    void keep(String process, int edition, Content content, UUID who) {
        database.sql("delete from work.design_edition where process = ? and number >= ?")
                .params(process, edition)
                .update();
        database.sql("""
                        insert into work.design_edition (process, number, bpmn, form, made_at, made_by)
                        values (:process, :number, :bpmn, :form, :now, :who)""")
                .param("process", process)
                .param("number", edition)
                .param("bpmn", content.bpmn())
                .param("form", content.form())
                .param("now", now())
                .param("who", who)
                .update();
    }

    /** Takes it from the board with its editions; says false where it has changed since this revision. */
    boolean remove(String process, int revision) {
        return database.sql("delete from work.design where process = ? and revision = ?")
                        .params(process, revision)
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Design design(ResultSet row) throws SQLException {
        return new Design(
                row.getString("process"),
                row.getInt("edition"),
                row.getInt("editions"),
                row.getInt("revision"),
                (Integer) row.getObject("base"),
                new Content(row.getString("bpmn"), row.getString("form")),
                row.getString("guide"),
                Arrays.asList((String[]) row.getArray("articles").getArray()),
                row.getTimestamp("changed_at").toInstant(),
                row.getObject("changed_by", UUID.class));
    }
}
