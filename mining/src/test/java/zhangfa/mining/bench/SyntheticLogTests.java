package zhangfa.mining.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The log that we measure with is the very log that the reference was measured with. */
class SyntheticLogTests {

    @Test
    void theSameSizeAndSeedGiveTheSameBytesAsTheReference() throws Exception {
        var bytes = new ByteArrayOutputStream();
        SyntheticLog.write(100_000, SyntheticLog.SEED, bytes);
        var digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("ba12fd90c63a01de8f3fd2569e7ceaf0cf0a62e726c16ce1d67680d5c2d87d65");
    }
}
