package zhangfa.directory.entry;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the way to a provider and back. It is kept in the visitor's session and used up by whatever comes back, so
 * that an answer fits the browser that asked, once.
 *
 * @param state what the answer must repeat (RFC 6749, 10.12)
 * @param nonce what a signed answer must repeat (OpenID Connect Core, 3.1.2.1)
 * @param verifier what proves to the provider that the same asks again (RFC 7636)
 * @param destination where to go afterwards
 * @param linking the account that is to be linked; null for logging in
 */
public record Attempt(
        UUID provider,
        String state,
        String nonce,
        String verifier,
        String destination,
        @Nullable UUID linking,
        Instant begunAt)
        implements Serializable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration VALIDITY = Duration.ofMinutes(10);

    static Attempt begun(UUID provider, String destination, @Nullable UUID linking, Instant now) {
        return new Attempt(provider, random(), random(), random(), destination, linking, now);
    }

    boolean isAnsweredBy(UUID other, @Nullable String repeated, Instant now) {
        return provider.equals(other)
                && repeated != null
                && MessageDigest.isEqual(bytes(state), bytes(repeated))
                && now.isBefore(begunAt.plus(VALIDITY));
    }

    /** 256 bits, in the letters that addresses and PKCE allow. */
    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
