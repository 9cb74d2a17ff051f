package zhangfa.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.database.Keys;
import zhangfa.database.RoundTrip;

/** The door of the journal: what happened is written once, in the transaction of the change, and read in order. */
@Component
public class Journal {

    private final JdbcClient jdbc;
    private final DataSource database;

    Journal(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Adds entries that have their place already to a round trip of the caller, who keeps the stream's head. */
    public void write(List<Entry> entries, RoundTrip trip) {
        for (var load : RoundTrip.loads(entries)) {
            trip.add(
                    "insert into journal.entry values "
                            + RoundTrip.rows("(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", load.size()),
                    load.stream().flatMap(Journal::columns).toArray());
        }
    }

    /** Appends to a stream that is no case, such as a node's system events; the stream is made with its first entry. */
    @Transactional
    public void append(String kind, String name, Happening happening) {
        jdbc.sql("insert into journal.stream values (:id, :kind, :name, 0, '') on conflict do nothing")
                .param("id", Keys.next())
                .param("kind", kind)
                .param("name", name)
                .update();
        var head = jdbc.sql("select id, seq, hash from journal.stream where kind = :kind and name = :name for update")
                .param("kind", kind)
                .param("name", name)
                .query((row, number) -> new Entry.Head(
                        row.getObject("id", UUID.class), row.getInt("seq"), Hash.of(row.getBytes("hash"))))
                .single();
        var entry = happening.after(head);
        var trip = new RoundTrip();
        write(List.of(entry), trip);
        trip.run(database);
        jdbc.sql("update journal.stream set seq = :seq, hash = :hash where id = :id")
                .param("seq", entry.seq())
                .param("hash", entry.hash().bytes())
                .param("id", entry.stream())
                .update();
    }

    /** Entries of a stream after a sequence number, in order. */
    public List<Entry> of(UUID stream, int after, int rows) {
        return jdbc.sql("select * from journal.entry where stream = :stream and seq > :after order by seq limit :rows")
                .param("stream", stream)
                .param("after", after)
                .param("rows", rows)
                .query((row, number) -> entry(row))
                .list();
    }

    /** The last entries of a stream that is no case, the newest first; none where nothing was ever written to it. */
    public List<Entry> of(String kind, String name, int rows) {
        return jdbc.sql("""
                        select e.* from journal.entry e join journal.stream s on s.id = e.stream
                        where s.kind = :kind and s.name = :name order by e.seq desc limit :rows""")
                .param("kind", kind)
                .param("name", name)
                .param("rows", rows)
                .query((row, number) -> entry(row))
                .list();
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("stream", UUID.class),
                row.getInt("seq"),
                instant(row, "at"),
                instant(row, "recorded_at"),
                row.getObject("actor", UUID.class),
                row.getObject("on_behalf_of", UUID.class),
                row.getString("kind"),
                row.getString("activity"),
                row.getString("lifecycle"),
                row.getString("data"),
                row.getBytes("salt") == null ? null : Hash.of(row.getBytes("salt")),
                Hash.of(row.getBytes("digest")),
                Hash.of(row.getBytes("previous_hash")),
                Hash.of(row.getBytes("hash")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Timestamp.class).toInstant();
    }

    private static Stream<@Nullable Object> columns(Entry entry) {
        return Stream.of(
                entry.stream(),
                entry.seq(),
                entry.at(),
                entry.recordedAt(),
                entry.actor(),
                entry.onBehalfOf(),
                entry.kind(),
                entry.activity(),
                entry.lifecycle(),
                entry.data(),
                entry.salt() == null ? null : entry.salt().bytes(),
                entry.digest().bytes(),
                entry.previousHash().bytes(),
                entry.hash().bytes());
    }
}
