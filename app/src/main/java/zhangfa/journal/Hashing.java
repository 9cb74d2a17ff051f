package zhangfa.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How entries are hashed: SHA-256 over fields with their lengths, so that no two different entries give the same bytes. */
final class Hashing {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Hashing() {}

    static Hash salt() {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return Hash.of(salt);
    }

    static Hash digest(Hash salt, String data) {
        var sha = sha256();
        sha.update(salt.bytes());
        return Hash.of(sha.digest(data.getBytes(StandardCharsets.UTF_8)));
    }

    static Hash hash(Entry entry) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            write(out, entry.stream());
            out.writeInt(entry.seq());
            write(out, entry.at());
            write(out, entry.recordedAt());
            write(out, entry.actor());
            write(out, entry.onBehalfOf());
            write(out, entry.kind());
            write(out, entry.activity());
            write(out, entry.lifecycle());
            write(out, entry.digest().bytes());
            write(out, entry.previousHash().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Hash.of(sha256().digest(bytes.toByteArray()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(DataOutputStream out, @Nullable UUID id) throws IOException {
        out.writeBoolean(id != null);
        if (id != null) {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        }
    }

    private static void write(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            write(out, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
