package zhangfa.database.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a stream that is on its way elsewhere. */
final class Fingerprint {

    private final MessageDigest digest = sha256();

    InputStream of(InputStream source) {
        return new DigestInputStream(source, digest);
    }

    /** Passes everything on, but never closes the target: an archive takes many parts. */
    OutputStream of(OutputStream target) {
        return new FilterOutputStream(target) {
            @Override
            public void write(int value) throws IOException {
                digest.update((byte) value);
                out.write(value);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                digest.update(bytes, from, length);
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                out.flush();
            }
        };
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
