package zhangfa.notification.endpoint;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.secret.Lockbox;
import zhangfa.secret.MasterKey;

/** Keeps addresses and secrets of endpoints readable to this installation only. */
@Component
class Envelope {

    /** What is inside. */
    record Inside(String address, String secret) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Lockbox box;

    Envelope(MasterKey master) {
        this.box = new Lockbox(master, "notification.endpoint");
    }

    byte[] closed(UUID id, Inside inside) {
        return box.closed(id, JSON.writeValueAsString(inside));
    }

    Inside opened(UUID id, byte[] kept) {
        return JSON.readValue(box.opened(id, kept), Inside.class);
    }

    String freshSecret() {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
