package zhangfa.identity.credential;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords are kept as Argon2id; each hash names its own scheme, so that a better one can come later. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    private static final int MEMORY_KIB = 19 * 1024;

    /** The cost that OWASP's Password Storage Cheat Sheet asks for: 19 MiB, two passes, one lane. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2)));
    }
}
