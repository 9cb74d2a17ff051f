package zhangfa.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The folder of one installation: its cluster, its database password and port, locked by the one application that uses it. */
final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileLock lock;

    private DataFolder(Path root, FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Takes the folder for this process; the operating system gives it free when the process ends, however it ends. */
    static DataFolder open(Path path) {
        var root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            var channel = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new DataFolderInUse(root);
            }
            return new DataFolder(root, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder %s cannot be used: %s".formatted(root, e.getMessage()), e);
        }
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    /** The password of the database's owner, made once and readable by the owner of the folder only. */
    String password() {
        return remembered("database-password", DataFolder::newPassword);
    }

    Path passwordFile() {
        password();
        return root.resolve("database-password");
    }

    /** The port chosen when the folder was made, so that a left-over server is found again. */
    int port() {
        return Integer.parseInt(remembered("database-port", DataFolder::freePort));
    }

    /** Chooses another port for good, when a stranger sits on the remembered one. */
    int anotherPort() {
        try {
            Files.deleteIfExists(root.resolve("database-port"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return port();
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String remembered(String name, Supplier<String> fresh) {
        var file = root.resolve(name);
        try {
            if (!Files.exists(file)) {
                writePrivately(file, fresh.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writePrivately(Path file, String content) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, content);
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
