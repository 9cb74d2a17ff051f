package zhangfa.directory.provider;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.database.Keys;
import zhangfa.directory.ProviderAdded;
import zhangfa.directory.ProviderChanged;
import zhangfa.directory.ProviderRemoved;
import zhangfa.identity.Account;

/** Where outside systems are set up, changed, tried and removed. */
@Component
class ProviderDesk {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Providers providers;
    private final Map<Kind, Connector> connectors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProviderDesk(
            JdbcClient jdbc,
            Providers providers,
            List<Connector> connectors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.connectors = connectors.stream().collect(Collectors.toMap(Connector::kind, Function.identity()));
        this.events = events;
        this.clock = clock;
    }

    /** Those that this version can talk to. */
    List<Kind> kinds() {
        return connectors.keySet().stream().sorted().toList();
    }

    Provider withId(UUID id) {
        return providers.withId(id).orElseThrow(Refusal::notThere);
    }

    @Transactional
    UUID add(Wish wish, Account who) {
        var kind = checked(wish, null);
        var id = Keys.next();
        var now = Timestamp.from(clock.instant());
        var added = jdbc.sql("""
                insert into directory.provider (id, key, kind, labels, enabled, matching, settings, sealed, made_at, changed_at)
                values (?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?) on conflict (key) do nothing
                """)
                .param(id)
                .param(wish.key())
                .param(kind.key())
                .param(JSON.writeValueAsString(wish.spoken()))
                .param(wish.enabled())
                .param(wish.matching().toArray(String[]::new))
                .param(JSON.writeValueAsString(wish.kept(kind)))
                .param(sealed(id, wish))
                .param(now)
                .param(now)
                .update();
        if (added == 0) {
            throw Refusal.invalid("/key", "{directory.key-taken}");
        }
        providers.forgetAfterCommit();
        events.publishEvent(new ProviderAdded(id, kind.key(), wish.key(), who.id()));
        return id;
    }

    /** Key and kind stay as they are: links and the provider's own settings hang on them. */
    @Transactional
    void change(UUID id, Wish wish, Account who) {
        var known = withId(id);
        var same = new Wish(
                known.key(),
                known.kind().key(),
                wish.labels(),
                wish.enabled(),
                wish.matching(),
                wish.settings(),
                wish.secret());
        var kind = checked(same, known);
        jdbc.sql("""
                update directory.provider set labels = ?::jsonb, enabled = ?, matching = ?, settings = ?::jsonb,
                    sealed = coalesce(?, sealed), changed_at = ?
                where id = ?
                """)
                .param(JSON.writeValueAsString(same.spoken()))
                .param(same.enabled())
                .param(same.matching().toArray(String[]::new))
                .param(JSON.writeValueAsString(same.kept(kind)))
                .param(sealed(id, same))
                .param(Timestamp.from(clock.instant()))
                .param(id)
                .update();
        providers.forgetAfterCommit();
        events.publishEvent(new ProviderChanged(id, known.key(), same.enabled(), who.id()));
    }

    @Transactional
    void remove(UUID id, Account who) {
        var known = withId(id);
        jdbc.sql("delete from directory.provider where id = ?").param(id).update();
        providers.forgetAfterCommit();
        events.publishEvent(new ProviderRemoved(id, known.key(), who.id()));
    }

    /** @throws Refusal {@code CONFLICT} with what the provider has against it */
    void test(UUID id) {
        var provider = withId(id);
        try {
            connector(provider.kind()).test(provider);
        } catch (Trouble trouble) {
            throw Refusal.conflict(trouble.words());
        }
    }

    private Kind checked(Wish wish, @Nullable Provider known) {
        var kind = Kind.named(wish.kind())
                .filter(connectors::containsKey)
                .orElseThrow(() -> Refusal.invalid("/kind", "{form.enum}"));
        var faults = wish.faults(kind);
        if (faults.isEmpty()) {
            faults.addAll(connector(kind).faults(wish));
        }
        if (wish.sendsElsewhere(known, kind)) {
            faults.add(new Fault("/secret", "{directory.secret-again}"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return kind;
    }

    private byte @Nullable [] sealed(UUID id, Wish wish) {
        return wish.secret().isBlank()
                ? null
                : providers.sealed(id, wish.secret().strip());
    }

    private Connector connector(Kind kind) {
        return Objects.requireNonNull(connectors.get(kind));
    }
}
