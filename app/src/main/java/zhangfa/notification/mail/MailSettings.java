package zhangfa.notification.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SMTP server that mail leaves by; without a host no mail is sent.
 *
 * @param from the sender, such as {@code 章法 <zhangfa@example.com>}; its domain also stands in message ids
 * @param security {@code starttls} (required, not only offered), {@code tls} or {@code none}
 */
@ConfigurationProperties("zhangfa.mail")
record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String username,
        @Nullable String password,
        @Nullable String from,
        @DefaultValue("starttls") String security) {

    boolean isComplete() {
        return host != null && !host.isBlank() && from != null && !from.isBlank();
    }
}
