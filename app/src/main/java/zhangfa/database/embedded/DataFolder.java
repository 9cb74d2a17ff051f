package zhangfa.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The folder of one installation: its cluster, its database password and port, locked by the one application that uses it. */
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final @Nullable FileLock lock;

    private DataFolder(Path root, @Nullable FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Takes the folder for this process; the operating system gives it free when the process ends, however it ends. */
    public static DataFolder open(Path path) {
        var folder = openUnlessInUse(path);
        if (folder.lock == null) {
            throw DatabaseRefused.inUse(folder.root);
        }
        return folder;
    }

    /** The same, or, where another application has it, the folder to look into only. */
    public static DataFolder openUnlessInUse(Path path) {
        var root = path.toAbsolutePath().normalize();
        try {
            if (!Files.exists(root)) {
                Files.createDirectories(root);
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
            return new DataFolder(root, lock(root.resolve("lock")));
        } catch (IOException e) {
            throw DatabaseRefused.folder(root, e);
        }
    }

    public boolean isInUse() {
        return lock == null;
    }

    Path root() {
        return root;
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

    /** The port chosen when the folder was made, so that programs beside the application find the server. */
    int port() {
        return Integer.parseInt(remembered("database-port", DataFolder::freePort));
    }

    /** Keeps another port for good: a stranger sits on the remembered one, or the server was found elsewhere. */
    void remember(int port) {
        try {
            var fresh = root.resolve("database-port.new");
            Files.writeString(fresh, Integer.toString(port));
            Files.move(fresh, root.resolve("database-port"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DatabaseRefused.folder(root, e);
        }
    }

    static String freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.acquiredBy().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String remembered(String name, Supplier<String> fresh) {
        var file = root.resolve(name);
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                writePrivately(file, fresh.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw DatabaseRefused.folder(root, e);
        }
    }

    /** For the owner of the folder alone, who is not always the one who writes (see {@link Terms}). */
    private static void writePrivately(Path file, String content) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        var owner = Files.getOwner(file.getParent());
        if (!owner.equals(Files.getOwner(file))) {
            Files.setOwner(file, owner);
        }
        Files.writeString(file, content);
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static @Nullable FileLock lock(Path file) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        try {
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            channel.close();
            return null;
        }
    }
}
