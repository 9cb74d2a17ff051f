package zhangfa.notification.announcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.api.Listing;
import zhangfa.api.Window;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;

/** Reads announcements as one person may see them: who is addressed, and who published them. */
@Component
class Announcements {

    private static final String DONE =
            "(case when a.urgent or a.read_by is not null then r.confirmed_at else r.read_at end)";
    private static final String SEEN = """
            select a.*, mine.person is not null as addressed, mine.read_at, mine.confirmed_at,
                (select count(*) from notification.reading r where r.announcement = a.id and %s is not null)::int as done
            from notification.announcement a
            left join notification.reading mine on mine.announcement = a.id and mine.person = :me
            where (mine.person is not null or a.publisher = :me)
            """.formatted(DONE);

    private final JdbcClient jdbc;
    private final Organization organization;

    Announcements(JdbcClient jdbc, Organization organization) {
        this.jdbc = jdbc;
        this.organization = organization;
    }

    /** The youngest first. */
    Listing<Announcement> list(UUID me, boolean open, Window window) {
        var rows = jdbc.sql(SEEN + """
                        and (:after::uuid is null or a.id < :after::uuid)
                        and (not :open or (mine.person is not null
                            and case when a.urgent or a.read_by is not null then mine.confirmed_at else mine.read_at end is null))
                        order by a.id desc limit :rows""")
                .param("me", me)
                .param("open", open)
                .param("after", window.afterId())
                .param("rows", window.rows())
                .query(this::announcement)
                .list();
        return Listing.of(rows, window.size(), one -> one.id().toString());
    }

    Optional<Announcement> find(UUID me, UUID id) {
        return jdbc.sql(SEEN + "and a.id = :id")
                .param("me", me)
                .param("id", id)
                .query(this::announcement)
                .optional();
    }

    /** Those addressed who are not done with it, or all of them. */
    List<Receipt> receipts(UUID id, boolean open) {
        return jdbc.sql("""
                        select r.* from notification.reading r join notification.announcement a on a.id = r.announcement
                        where a.id = :id and (not :open or %s is null) order by r.read_at nulls first, r.person""".formatted(DONE))
                .param("id", id)
                .param("open", open)
                .query((row, number) -> receipt(row))
                .list();
    }

    private Announcement announcement(ResultSet row, int number) throws SQLException {
        var publisher = row.getObject("publisher", UUID.class);
        return new Announcement(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("body"),
                row.getBoolean("urgent"),
                publisher,
                organization.person(publisher).map(Person::name).orElse("—"),
                row.getObject("published_at", Timestamp.class).toInstant(),
                instant(row, "read_by"),
                row.getInt("readers"),
                row.getInt("done"),
                row.getBoolean("addressed"),
                instant(row, "read_at"),
                instant(row, "confirmed_at"));
    }

    private Receipt receipt(ResultSet row) throws SQLException {
        var id = row.getObject("person", UUID.class);
        var person = organization.person(id);
        return new Receipt(
                id,
                person.map(Person::name).orElse("—"),
                person.map(Person::unit)
                        .flatMap(organization::unit)
                        .map(Unit::name)
                        .orElse(""),
                instant(row, "read_at"),
                instant(row, "confirmed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, Timestamp.class);
        return at == null ? null : at.toInstant();
    }
}
