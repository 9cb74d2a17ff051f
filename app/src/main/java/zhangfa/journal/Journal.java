package zhangfa.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.database.Keys;
import zhangfa.database.RoundTrip;

/** The door of the journal: what happened is written once, in the transaction of the change, and read in order. */
@Component
public class Journal {

    private static final String INSERTION =
            "insert into journal.entry select * from json_populate_recordset(null::journal.entry, ?::json)";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Journal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds entries that have their place already to a round trip of the caller, who keeps the stream's head. */
    public void write(List<Entry> entries, RoundTrip trip) {
        trip.add(
                INSERTION,
                JSON.writeValueAsString(entries.stream().map(Journal::row).toList()));
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
        jdbc.sql(INSERTION).param(JSON.writeValueAsString(List.of(row(entry)))).update();
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

    private static Map<String, @Nullable Object> row(Entry entry) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("stream", entry.stream());
        row.put("seq", entry.seq());
        row.put("at", entry.at().toString());
        row.put("recorded_at", entry.recordedAt().toString());
        row.put("actor", entry.actor());
        row.put("on_behalf_of", entry.onBehalfOf());
        row.put("kind", entry.kind());
        row.put("activity", entry.activity());
        row.put("lifecycle", entry.lifecycle());
        row.put("data", entry.data());
        row.put("salt", entry.salt() == null ? null : entry.salt().bytea());
        row.put("digest", entry.digest().bytea());
        row.put("previous_hash", entry.previousHash().bytea());
        row.put("hash", entry.hash().bytea());
        return row;
    }
}
