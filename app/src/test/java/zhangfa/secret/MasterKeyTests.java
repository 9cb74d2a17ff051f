package zhangfa.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTests {

    @TempDir
    Path data;

    @Test
    void isMadeAtTheFirstStartForItsOwnerOnly() throws IOException {
        masterKey();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void staysTheSameOverStarts() {
        assertThat(masterKey().derived("journal.seal"))
                .hasSize(32)
                .isEqualTo(masterKey().derived("journal.seal"));
    }

    @Test
    void eachPurposeHasAKeyOfItsOwn() {
        var key = masterKey();
        assertThat(key.derived("journal.seal")).isNotEqualTo(key.derived("file.content"));
    }

    @Test
    void everyInstallationHasAKeyOfItsOwn(@TempDir Path another) {
        assertThat(masterKey().derived("file.content"))
                .isNotEqualTo(new MasterKey(new SecretSettings(another, "")).derived("file.content"));
    }

    @Test
    void derivesByRfc5869() throws IOException {
        store(Base64.getEncoder().encodeToString(new byte[32]), "rw-------");
        assertThat(HexFormat.of().formatHex(masterKey().derived("journal.seal")))
                .isEqualTo("77f1e4d1202dce42b53882327a7520eecac7dddc612fa797e1ea04307d7ce031");
    }

    @Test
    void liesWhereTheCompanyWantsIt(@TempDir Path elsewhere) {
        var named = elsewhere.resolve("keys/zhangfa.key");
        new MasterKey(new SecretSettings(data, named.toString()));
        assertThat(named).exists();
        assertThat(file()).doesNotExist();
    }

    @Test
    void isRefusedWhenOthersCanReadIt() throws IOException {
        store(Base64.getEncoder().encodeToString(new byte[32]), "rw-r-----");
        assertThatThrownBy(this::masterKey)
                .isInstanceOf(MasterKeyRefused.class)
                .hasMessageContaining("chmod 600 " + file());
    }

    @Test
    void isRefusedWhenMalformedAndNeverOverwritten() throws IOException {
        store("c2hvcnQ=", "rw-------");
        assertThatThrownBy(this::masterKey)
                .isInstanceOf(MasterKeyRefused.class)
                .hasMessageContaining("not 32 bytes in Base64")
                .hasMessageNotContaining("c2hvcnQ=");
        assertThat(file()).hasContent("c2hvcnQ=");
    }

    private MasterKey masterKey() {
        return new MasterKey(new SecretSettings(data, ""));
    }

    private Path file() {
        return data.toAbsolutePath().normalize().resolve("master.key");
    }

    private void store(String content, String permissions) throws IOException {
        Files.writeString(file(), content);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));
    }
}
