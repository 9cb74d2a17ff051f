package zhangfa.file.content;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import zhangfa.database.Keys;

/**
 * The folder of sealed contents: {@code ab/cdef…} by SHA-256, each AES-256-GCM in segments (Tink's streaming format), bound to
 * its SHA-256, so that bytes changed, cut or swapped on disk are noticed while they are read.
 */
@Component
class ContentFolder {

    private static final int SEGMENT = 64 * 1024;

    private final Path root;

    ContentFolder(@Value("${zhangfa.data:data}") Path data) {
        this.root = data.resolve("files").toAbsolutePath().normalize();
    }

    /** What a crash left half-written yesterday is of no use to anybody. */
    @EventListener(ApplicationReadyEvent.class)
    void sweep() throws IOException {
        var incoming = Files.createDirectories(root.resolve("incoming"));
        var yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        try (var left = Files.list(incoming)) {
            for (var file : left.toList()) {
                if (Files.getLastModifiedTime(file).compareTo(yesterday) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Writes a sealed copy beside the named ones and forces it to disk. */
    Path seal(InputStreamSource source, String sha256, byte[] key) throws IOException {
        var aside = Files.createDirectories(root.resolve("incoming"))
                .resolve(Keys.next().toString());
        try (var channel = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var plain = source.getInputStream()) {
            // Closing the sealing stream writes its last segment, but must leave the channel open for force().
            try (var sealed = sealing(key).newEncryptingStream(new Unclosed(channel), bytes(sha256))) {
                plain.transferTo(sealed);
            }
            channel.force(true);
            return aside;
        } catch (IOException | GeneralSecurityException e) {
            Files.deleteIfExists(aside);
            throw new IOException("A file cannot be stored in " + root, e);
        }
    }

    /** Gives a sealed copy its name, for good. */
    void place(Path aside, String sha256) throws IOException {
        Files.createDirectories(shelf(sha256));
        Files.move(aside, at(sha256), StandardCopyOption.ATOMIC_MOVE);
        force(shelf(sha256));
        force(root);
    }

    InputStream open(String sha256, byte[] key) throws IOException {
        var sealed = Files.newInputStream(at(sha256));
        try {
            return sealing(key).newDecryptingStream(sealed, bytes(sha256));
        } catch (IOException | GeneralSecurityException e) {
            sealed.close();
            throw new IOException("The stored file %s cannot be opened".formatted(sha256), e);
        }
    }

    private Path at(String sha256) {
        return shelf(sha256).resolve(sha256.substring(2));
    }

    private Path shelf(String sha256) {
        return root.resolve(sha256.substring(0, 2));
    }

    private static StreamingAead sealing(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", key.length, SEGMENT, 0);
    }

    private static byte[] bytes(String sha256) {
        return HexFormat.of().parseHex(sha256);
    }

    /** A name is safe after a power cut only when its folder is on disk too. */
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static final class Unclosed extends BufferedOutputStream {

        Unclosed(FileChannel channel) {
            super(Channels.newOutputStream(channel), SEGMENT);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
