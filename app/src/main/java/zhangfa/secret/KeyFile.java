package zhangfa.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The file that holds the master key: one line of Base64, for its owner's eyes only. */
final class KeyFile {

    static final int BYTES = 32;

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

    private final Path path;

    KeyFile(Path path) {
        this.path = path;
    }

    /** The key, made now when there is none yet. */
    byte[] key() {
        try {
            if (Files.notExists(path)) {
                make();
            }
            refuseOthers();
            return decoded(Files.readString(path, StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new MasterKeyRefused(path, "can be neither read nor made: " + e);
        }
    }

    private byte[] decoded(String line) {
        try {
            var key = Base64.getDecoder().decode(line);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Said below in words that do not repeat the file's content.
        }
        throw new MasterKeyRefused(
                path, "is not %d bytes in Base64. Put the right file back; nothing was overwritten.".formatted(BYTES));
    }

    private void refuseOthers() throws IOException {
        if (POSIX && !OWNERS.containsAll(Files.getPosixFilePermissions(path))) {
            throw new MasterKeyRefused(path, "can be read or written by others. Run: chmod 600 " + path);
        }
    }

    /** Written aside, forced to disk, then named, so that a crash leaves a whole key or none. */
    private void make() throws IOException {
        var folder = Files.createDirectories(path.getParent());
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var aside = Files.createTempFile(folder, "master", ".key", privately());
        try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            var line = Base64.getEncoder().encodeToString(key) + "\n";
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        try {
            Files.move(aside, path);
        } catch (FileAlreadyExistsException e) {
            Files.delete(aside); // another node of the company was first: its key counts
        }
    }

    private static FileAttribute<?>[] privately() {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PRIVATE)} : new FileAttribute<?>[0];
    }
}
