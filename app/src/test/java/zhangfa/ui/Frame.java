package zhangfa.ui;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What templates are given, for somebody who is not signed in. */
final class Frame {

    private Frame() {}

    static Page of(String language, String path, Instant now) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/ui", "messages/help");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Page(
                null,
                List.of(),
                List.of(),
                Locale.forLanguageTag(language),
                ZoneOffset.UTC,
                "",
                path,
                null,
                now,
                messages);
    }
}
