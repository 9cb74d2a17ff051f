package zhangfa.file.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;

class ContentFolderTests {

    private static final String SHA = "ab".repeat(32);
    private static final byte[] KEY = new byte[32];

    @TempDir
    Path data;

    @Test
    void whatLiesOnDiskIsNotWhatWasUploaded() throws IOException {
        kept("发票号码 25117000000123456789".getBytes(UTF_8));
        assertThat(new String(Files.readAllBytes(stored()), UTF_8)).doesNotContain("25117000000123456789");
    }

    @Test
    void whatWasUploadedComesBack() throws IOException {
        var plain = new byte[300_000];
        new Random(7).nextBytes(plain);
        var folder = kept(plain);
        try (var stream = folder.open(SHA, KEY)) {
            assertThat(stream.readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void aChangedByteIsNoticed() throws IOException {
        var folder = kept(new byte[100_000]);
        var sealed = Files.readAllBytes(stored());
        sealed[sealed.length - 40] ^= 1;
        Files.write(stored(), sealed);
        assertThatThrownBy(() -> read(folder, KEY)).isInstanceOf(IOException.class);
    }

    @Test
    void aCutFileIsNoticed() throws IOException {
        var folder = kept(new byte[200_000]);
        Files.write(stored(), Arrays.copyOf(Files.readAllBytes(stored()), 2 * 64 * 1024));
        assertThatThrownBy(() -> read(folder, KEY)).isInstanceOf(IOException.class);
    }

    @Test
    void aSwappedFileIsNoticed() throws IOException {
        var folder = kept("first".getBytes(UTF_8));
        var other = "cd".repeat(32);
        folder.place(folder.seal(new ByteArrayResource("second".getBytes(UTF_8)), other, KEY), other);
        Files.copy(
                data.resolve("files/cd").resolve(other.substring(2)),
                stored(),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> read(folder, KEY)).isInstanceOf(IOException.class);
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        var folder = kept("secret".getBytes(UTF_8));
        var other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> read(folder, other)).isInstanceOf(IOException.class);
    }

    @Test
    void nothingIsLeftAside() throws IOException {
        kept("x".getBytes(UTF_8));
        try (var left = Files.list(data.resolve("files/incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    private ContentFolder kept(byte[] plain) throws IOException {
        var folder = new ContentFolder(data);
        folder.place(folder.seal(new ByteArrayResource(plain), SHA, KEY), SHA);
        return folder;
    }

    private static void read(ContentFolder folder, byte[] key) throws IOException {
        try (var stream = folder.open(SHA, key)) {
            stream.readAllBytes();
        }
    }

    private Path stored() {
        return data.resolve("files/ab").resolve(SHA.substring(2));
    }
}
