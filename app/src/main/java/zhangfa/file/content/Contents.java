package zhangfa.file.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every content that was ever uploaded, kept once. */
@Component
public class Contents {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ContentFolder folder;
    private final ContentKeys keys;
    private final Clock clock;

    Contents(
            JdbcClient database, TransactionTemplate transaction, ContentFolder folder, ContentKeys keys, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.folder = folder;
        this.keys = keys;
        this.clock = clock;
    }

    public Content keep(InputStreamSource source) throws IOException {
        var content = measured(source);
        if (!isKept(content)) {
            var key = keys.fresh();
            var aside = folder.seal(source, content.sha256(), key);
            try {
                transaction.executeWithoutResult(status -> place(content, aside, key));
            } finally {
                Files.deleteIfExists(aside);
            }
        }
        return content;
    }

    /** The plain bytes. @throws IOException on reading, when the bytes on disk are not those that were stored */
    public InputStream open(String sha256) throws IOException {
        var wrapped = database.sql("select wrapped_key from file.content where sha256 = ?")
                .param(sha256)
                .query(byte[].class)
                .single();
        return folder.open(sha256, keys.unwrapped(wrapped));
    }

    /**
     * The row is inserted before the bytes get their name: of two who bring the same content at once the second waits at the
     * primary key, finds it taken, and drops its copy; so key and bytes always belong together.
     */
    private void place(Content content, Path aside, byte[] key) {
        var first = database.sql("""
                insert into file.content (sha256, size, wrapped_key, stored_at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(
                        content.sha256(),
                        content.size(),
                        keys.wrapped(key),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (first == 1) {
            try {
                folder.place(aside, content.sha256());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean isKept(Content content) {
        return database.sql("select exists (select from file.content where sha256 = ?)")
                .param(content.sha256())
                .query(Boolean.class)
                .single();
    }

    private static Content measured(InputStreamSource source) throws IOException {
        try (var stream = new DigestInputStream(source.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            var size = stream.transferTo(OutputStream.nullOutputStream());
            return new Content(
                    HexFormat.of().formatHex(stream.getMessageDigest().digest()), size);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
