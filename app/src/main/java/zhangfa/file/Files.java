package zhangfa.file;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.file.content.Contents;
import zhangfa.file.content.FileTypes;

/** The door to attachments: puts them in, hangs them on cases and records, gives them out. */
@Component
public class Files {

    private final JdbcClient database;
    private final Contents contents;
    private final FileTypes types;
    private final ObjectProvider<FileGate> gates;
    private final Clock clock;

    Files(JdbcClient database, Contents contents, FileTypes types, ObjectProvider<FileGate> gates, Clock clock) {
        this.database = database;
        this.contents = contents;
        this.types = types;
        this.gates = gates;
        this.clock = clock;
    }

    /** Keeps a new file. @throws Refusal for a type that is not accepted */
    public StoredFile store(UUID owner, String name, InputStreamSource source) throws IOException {
        var type = types.of(source, name).orElseThrow(() -> Refusal.of(Refusal.Kind.UNSUPPORTED, "{file.unsupported}"));
        var content = contents.keep(source);
        var file =
                new StoredFile(Keys.next(), FileName.shown(name), type, content.size(), content.sha256(), owner, now());
        database.sql("""
                insert into file.file (id, name, media_type, size, sha256, owner, uploaded_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        file.id(),
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        file.sha256(),
                        owner,
                        file.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
        return file;
    }

    public Optional<StoredFile> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Those of these that exist, in no order. */
    public List<StoredFile> find(Collection<UUID> ids) {
        return database.sql("""
                select id, name, media_type, size, sha256, owner, uploaded_at
                from file.file where id = any(?)
                """)
                .param(ids.toArray(UUID[]::new))
                .query(Files::file)
                .list();
    }

    /** The plain bytes, to be closed by the caller; reading fails when what lies on disk was changed. */
    public InputStream open(StoredFile file) throws IOException {
        return contents.open(file.sha256());
    }

    /** From now on whoever may see the subject may see these files, in the caller's transaction. */
    public void attach(Collection<UUID> files, UUID subject) {
        database.sql("""
                insert into file.attachment (file, subject, attached_at)
                select unnest(?), ?, ? on conflict do nothing
                """)
                .params(files.toArray(UUID[]::new), subject, now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What hangs on a case or record, in the order of uploading. */
    public List<StoredFile> attachedTo(UUID subject) {
        return database.sql("""
                select f.id, f.name, f.media_type, f.size, f.sha256, f.owner, f.uploaded_at
                from file.attachment a join file.file f on f.id = a.file
                where a.subject = ? order by f.id
                """).param(subject).query(Files::file).list();
    }

    /** The owner may see a file until it hangs on something; then whoever may see that. */
    public boolean maySee(StoredFile file, UUID account) {
        var subjects = database.sql("select subject from file.attachment where file = ?")
                .param(file.id())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        if (subjects.isEmpty()) {
            return file.owner().equals(account);
        }
        return gates.orderedStream()
                .anyMatch(gate -> subjects.stream().anyMatch(subject -> gate.maySee(subject, account)));
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("owner", UUID.class),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
