package zhangfa.file.content;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import zhangfa.secret.MasterKey;

/** A key for each content, wrapped (RFC 3394) by a key derived from the installation's master key. */
@Component
class ContentKeys {

    private static final int BYTES = 32;

    private final SecretKey wrapping;
    private final SecureRandom random = new SecureRandom();

    ContentKeys(MasterKey master) {
        this.wrapping = new SecretKeySpec(master.derived("file.content"), "AES");
    }

    byte[] fresh() {
        var key = new byte[BYTES];
        random.nextBytes(key);
        return key;
    }

    byte[] wrapped(byte[] key) {
        try {
            var cipher = Cipher.getInstance("AES/KW/NoPadding");
            cipher.init(Cipher.WRAP_MODE, wrapping);
            return cipher.wrap(new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A file's key cannot be wrapped", e);
        }
    }

    byte[] unwrapped(byte[] wrapped) {
        try {
            var cipher = Cipher.getInstance("AES/KW/NoPadding");
            cipher.init(Cipher.UNWRAP_MODE, wrapping);
            return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The master key is not the one that files were stored with. Put the right key file back.", e);
        }
    }
}
