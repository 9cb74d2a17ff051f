package zhangfa.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The archive of PostgreSQL programs that ships with the product, unpacked once per version. */
final class PostgresBinaries {

    private static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /** Where the programs lie: in the user's cache, or in the data folder where there is none that can be used. */
    static Path unpacked(Path folder, boolean cached) {
        var home = (cached && isUsable(cache()) ? cache() : folder).resolve("postgres-" + VERSION);
        if (Files.exists(home.resolve("bin/postgres"))) {
            return home;
        }
        try (var stream = archive()) {
            unpack(stream, home);
            return home;
        } catch (IOException e) {
            throw DatabaseRefused.folder(home, e);
        }
    }

    private static InputStream archive() {
        var platform = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch").matches("aarch64|arm64") ? "arm_64" : "x86_64";
        var name = "/postgres-%s-%s.txz".formatted(platform, machine);
        var stream = PostgresBinaries.class.getResourceAsStream(name);
        if (stream == null) {
            throw new DatabaseRefused(
                    "This build brings no PostgreSQL for %s %s."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                    "Set ZHANGFA_DATABASE_URL, _USER and _PASSWORD to a PostgreSQL 18 of your own.");
        }
        return stream;
    }

    /** Users that only run a service often have a home in name alone. */
    private static boolean isUsable(Path cache) {
        try {
            return Files.isWritable(Files.createDirectories(cache));
        } catch (IOException e) {
            return false;
        }
    }

    private static Path cache() {
        var given = System.getenv("XDG_CACHE_HOME");
        var base =
                given == null || given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return base.resolve("zhangfa");
    }

    /** Unpacks beside the target and moves it there whole, so that no half-unpacked folder is ever used. */
    private static void unpack(InputStream archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        var fresh = Files.createTempDirectory(home.getParent(), "unpacking-");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, fresh);
            }
        }
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(home.resolve("bin/postgres"))) {
                throw e;
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(target, permissions);
        }
    }
}
