package zhangfa.notification.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.secret.MasterKey;

/** Keeps addresses and secrets of endpoints readable to this installation only: AES-256-GCM, bound to the endpoint's id. */
@Component
class Envelope {

    /** What is inside. */
    record Inside(String address, String secret) {}

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Envelope(MasterKey master) {
        this.key = new SecretKeySpec(master.derived("notification.endpoint"), "AES");
    }

    byte[] closed(UUID id, Inside inside) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var text = JSON.writeValueAsString(inside).getBytes(StandardCharsets.UTF_8);
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, id);
            var content = cipher.doFinal(text);
            return ByteBuffer.allocate(NONCE + content.length)
                    .put(nonce)
                    .put(content)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An endpoint cannot be sealed", e);
        }
    }

    Inside opened(UUID id, byte[] kept) {
        var buffer = ByteBuffer.wrap(kept);
        var nonce = new byte[NONCE];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        try {
            return JSON.readValue(cipher(Cipher.DECRYPT_MODE, nonce, id).doFinal(rest), Inside.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The master key is not the one that the endpoint was sealed with", e);
        }
    }

    String freshSecret() {
        var secret = new byte[32];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    private Cipher cipher(int mode, byte[] nonce, UUID id) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
