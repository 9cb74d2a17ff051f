package zhangfa.directory.link;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.directory.provider.Provider;

/**
 * An outside identity of an account, as its page and the API show it.
 *
 * @param label the provider's name in the reader's language
 * @param name what the provider calls the person
 */
public record Identity(
        UUID provider,
        String label,
        String subject,
        String name,
        Instant linkedAt,
        @Nullable Instant usedAt) {

    static Identity of(Provider provider, Link link, Locale language) {
        return new Identity(
                provider.id(), provider.label(language), link.subject(), link.name(), link.linkedAt(), link.usedAt());
    }
}
