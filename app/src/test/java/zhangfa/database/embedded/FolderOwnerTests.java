package zhangfa.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Started as root on somebody's folder, the database runs as that somebody. */
@EnabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "Only root can run it as another user")
class FolderOwnerTests {

    private static final int SOMEBODY = 65534;

    @Test
    void runsAsTheOwnerOfTheFolder(@TempDir Path parent) throws Exception {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        var folder = Files.createDirectory(parent.resolve("data"));
        Files.setAttribute(folder, "unix:uid", SOMEBODY);
        Files.setAttribute(folder, "unix:gid", SOMEBODY);
        try (var server = EmbeddedPostgres.start(DataFolder.open(folder))) {
            assertThat(server.url()).isNotBlank();
            assertThat(Files.getAttribute(folder.resolve("postgres/PG_VERSION"), "unix:uid"))
                    .isEqualTo(SOMEBODY);
        }
    }
}
