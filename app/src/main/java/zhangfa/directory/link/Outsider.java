package zhangfa.directory.link;

import org.jspecify.annotations.Nullable;
import zhangfa.api.PlainText;

/**
 * Somebody as an outside system proved them to be.
 *
 * @param subject its own id of the person, which never becomes anybody else's
 * @param name what it calls them
 * @param username the account that it says they have, as far as it says so
 * @param email only one that it has verified
 * @param phone only one that it has verified
 */
public record Outsider(
        String subject,
        String name,
        @Nullable String username,
        @Nullable String email,
        @Nullable String phone) {

    public Outsider {
        subject = PlainText.of(subject);
        name = PlainText.of(name);
    }
}
