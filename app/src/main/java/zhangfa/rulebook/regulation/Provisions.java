package zhangfa.rulebook.regulation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zhangfa.rulebook.source.Columns;

/** Where the provisions of editions are kept. */
@Repository
public class Provisions {

    private final JdbcClient jdbc;

    Provisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One provision as it is written to the database. */
    private record Row(
            UUID edition,
            UUID id,
            BigDecimal place,
            String level,
            String number,
            String title,
            String text,
            List<Charge> duties,
            int revision) {

        static Row of(UUID edition, Provision provision) {
            return new Row(
                    edition,
                    provision.id(),
                    provision.place(),
                    provision.level().word(),
                    provision.number(),
                    provision.title(),
                    provision.text(),
                    provision.duties(),
                    0);
        }
    }

    /** In the order of the text. */
    public List<Provision> of(UUID edition) {
        return jdbc.sql("select * from rulebook.provision where edition = ? order by place")
                .param(edition)
                .query((row, number) -> provision(row))
                .list();
    }

    /** The articles of several editions, each in the order of its text. */
    public Map<UUID, List<Provision>> articles(Collection<UUID> editions) {
        return jdbc
                .sql("select * from rulebook.provision where edition = any(?) and level = 'article' order by place")
                .param(editions.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("edition", UUID.class), provision(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    public Optional<Provision> find(UUID edition, UUID id) {
        return jdbc.sql("select * from rulebook.provision where edition = ? and id = ?")
                .params(edition, id)
                .query((row, number) -> provision(row))
                .optional();
    }

    public void add(UUID edition, Collection<Provision> provisions) {
        var rows =
                provisions.stream().map(provision -> Row.of(edition, provision)).toList();
        jdbc.sql("insert into rulebook.provision"
                        + " select * from json_populate_recordset(null::rulebook.provision, ?::json)")
                .param(Columns.json(rows))
                .update();
    }

    /** A place behind this one, and before the next one. */
    public BigDecimal placeAfter(UUID edition, BigDecimal place) {
        return jdbc.sql("""
                        select coalesce((:place + min(place)) / 2, :place + 1)
                        from rulebook.provision where edition = :edition and place > :place""")
                .param("place", place)
                .param("edition", edition)
                .query(BigDecimal.class)
                .single();
    }

    /** Whether it was written: not where somebody else has changed it since, or the edition is no draft any more. */
    public boolean write(UUID edition, Provision provision) {
        return jdbc.sql("""
                        update rulebook.provision p set level = ?, number = ?, title = ?, text = ?, duties = ?::jsonb,
                            revision = p.revision + 1
                        from rulebook.edition e
                        where p.edition = ? and p.id = ? and p.revision = ?
                            and e.id = p.edition and rulebook.at_work(e)""")
                        .params(
                                provision.level().word(),
                                provision.number(),
                                provision.title(),
                                provision.text(),
                                Columns.json(provision.duties()),
                                edition,
                                provision.id(),
                                provision.revision())
                        .update()
                > 0;
    }

    public boolean remove(UUID edition, UUID id, int revision) {
        return jdbc.sql("""
                        delete from rulebook.provision p using rulebook.edition e
                        where p.edition = ? and p.id = ? and p.revision = ?
                            and e.id = p.edition and rulebook.at_work(e)""").params(edition, id, revision).update() > 0;
    }

    private static Provision provision(ResultSet row) throws SQLException {
        return new Provision(
                row.getObject("id", UUID.class),
                row.getBigDecimal("place"),
                Level.of(row.getString("level")),
                row.getString("number"),
                row.getString("title"),
                row.getString("text"),
                List.of(Columns.json(row, "duties", Charge[].class)),
                row.getInt("revision"));
    }
}
