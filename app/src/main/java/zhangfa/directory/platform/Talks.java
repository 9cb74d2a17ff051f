package zhangfa.directory.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import zhangfa.directory.provider.Lines;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Providers;

/** Begins talks with platforms, and keeps each app's token for as long as it is good: platforms count how often one asks. */
@Component
public class Talks {

    /** A token is not used in its last minutes: it could end on the way. */
    private static final long MARGIN_SECONDS = 300;

    private record Kept(String token, Instant until) {}

    /** A provider whose settings changed is another app. */
    private record App(UUID provider, Instant changedAt) {}

    private final Lines lines;
    private final Providers providers;
    private final Clock clock;
    private final Map<App, Kept> tokens = new ConcurrentHashMap<>();

    Talks(Lines lines, Providers providers, Clock clock) {
        this.lines = lines;
        this.providers = providers;
        this.clock = clock;
    }

    public Talk with(Provider provider, Dialect dialect) {
        return new Talk(provider, dialect, lines.to(provider), this);
    }

    String secret(Provider provider) {
        return providers.secret(provider.id());
    }

    Optional<String> token(Provider provider) {
        return Optional.ofNullable(tokens.get(app(provider)))
                .filter(kept -> clock.instant().isBefore(kept.until()))
                .map(Kept::token);
    }

    void keep(Provider provider, Dialect.Token token) {
        tokens.keySet().removeIf(app -> app.provider().equals(provider.id()));
        tokens.put(
                app(provider), new Kept(token.text(), clock.instant().plusSeconds(token.seconds() - MARGIN_SECONDS)));
    }

    /** Only the one that was refused: another may have come meanwhile. */
    void forget(String token) {
        tokens.values().removeIf(kept -> kept.token().equals(token));
    }

    private static App app(Provider provider) {
        return new App(provider.id(), provider.changedAt());
    }
}
