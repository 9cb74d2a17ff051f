package zhangfa.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * The installation's master key. It never leaves this class: whoever needs a key asks for one derived for a purpose, so that
 * no purpose's key says anything about another's.
 */
@Component
public class MasterKey {

    private final byte[] key;

    MasterKey(SecretSettings settings) {
        this.key = new KeyFile(settings.masterKey()).key();
    }

    /** 32 bytes by HKDF-SHA256 (RFC 5869); the same purpose, such as {@code journal.seal}, gives the same key for ever. */
    public byte[] derived(String purpose) {
        try {
            var derivation = HKDFParameterSpec.ofExtract()
                    .addIKM(key)
                    .thenExpand(("zhangfa:" + purpose).getBytes(StandardCharsets.UTF_8), KeyFile.BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveData(derivation);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot derive keys by HKDF-SHA256", e);
        }
    }
}
