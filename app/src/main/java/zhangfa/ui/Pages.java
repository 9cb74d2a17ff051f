package zhangfa.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Makes the frame for one request. */
@Component
class Pages {

    private final ObjectProvider<Readers> readers;
    private final List<MenuEntry> menu;
    private final LocaleResolver languages;
    private final MessageSource messages;
    private final Clock clock;

    Pages(
            ObjectProvider<Readers> readers,
            List<MenuEntry> menu,
            LocaleResolver languages,
            MessageSource messages,
            Clock clock) {
        this.readers = readers;
        this.menu = menu.stream().sorted(Comparator.comparing(MenuEntry::order)).toList();
        this.languages = languages;
        this.messages = messages;
        this.clock = clock;
    }

    Page of(HttpServletRequest request) {
        var known = readers.getIfAvailable();
        var reader = known == null ? null : known.current().orElse(null);
        var shown = reader == null
                ? List.<MenuEntry>of()
                : menu.stream().filter(entry -> entry.shown().test(reader)).toList();
        var csrf = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
        return new Page(
                reader,
                shown,
                languages.resolveLocale(request),
                clock.getZone(),
                csrf,
                request.getRequestURI(),
                messages);
    }
}
