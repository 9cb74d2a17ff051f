package zhangfa.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;
import zhangfa.api.Words;

/** Makes the frame for one request. */
@Component
class Pages {

    private final ObjectProvider<Readers> readers;
    private final List<MenuEntry> menu;
    private final LocaleResolver languages;
    private final MessageSource messages;
    private final Words words;
    private final Clock clock;

    Pages(
            ObjectProvider<Readers> readers,
            List<MenuEntry> menu,
            LocaleResolver languages,
            MessageSource messages,
            Words words,
            Clock clock) {
        this.readers = readers;
        this.menu = menu.stream().sorted(Comparator.comparing(MenuEntry::order)).toList();
        this.languages = languages;
        this.messages = messages;
        this.words = words;
        this.clock = clock;
    }

    Page of(HttpServletRequest request) {
        var known = readers.getIfAvailable();
        var reader = known == null ? null : known.current().orElse(null);
        var csrf = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
        var locale = languages.resolveLocale(request);
        return new Page(
                reader,
                reader == null ? List.of() : placesOf(reader, false),
                reader == null ? List.of() : placesOf(reader, true),
                locale,
                clock.getZone(),
                csrf,
                request.getRequestURI(),
                flash(request, locale),
                clock.instant(),
                messages);
    }

    private List<Place> placesOf(Reader reader, boolean top) {
        return menu.stream()
                .filter(entry -> entry.order() < 0 == top)
                .filter(entry -> entry.shown().test(reader))
                .map(entry -> entry.placeFor(reader))
                .toList();
    }

    /** A redirect's attribute {@code flash} holds words, or a message key in braces. */
    private @Nullable String flash(HttpServletRequest request, Locale locale) {
        var attributes = RequestContextUtils.getInputFlashMap(request);
        return attributes != null && attributes.get("flash") instanceof String said ? words.say(said, locale) : null;
    }
}
