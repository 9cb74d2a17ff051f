package zhangfa.notification.endpoint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.database.Remembered;
import zhangfa.identity.Account;
import zhangfa.notification.EndpointAdded;
import zhangfa.notification.EndpointRemoved;
import zhangfa.notification.MessageKind;
import zhangfa.notification.outside.OutsideSettings;
import zhangfa.notification.preference.Preferences;

/** Where endpoints are set up and kept; who is asked in every command answers from memory. */
@Component
class Endpoints {

    private static final String LIVING = "select * from notification.endpoint where removed_at is null order by id";

    private final JdbcClient jdbc;
    private final Envelope envelope;
    private final Preferences preferences;
    private final OutsideSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Remembered<List<Endpoint>> living;

    Endpoints(
            JdbcClient jdbc,
            Envelope envelope,
            Preferences preferences,
            OutsideSettings settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.envelope = envelope;
        this.preferences = preferences;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.living = new Remembered<>(
                transactions,
                this::edition,
                () -> jdbc.sql(LIVING).query((row, number) -> endpoint(row)).list());
    }

    List<Endpoint> living() {
        return living.value();
    }

    Optional<Envelope.Inside> inside(UUID id) {
        return jdbc.sql("select sealed from notification.endpoint where id = ? and removed_at is null")
                .param(id)
                .query(byte[].class)
                .optional()
                .map(kept -> envelope.opened(id, kept));
    }

    /** Sets one up. The second is the secret to check signatures by: told now and never again; empty for robots. */
    record Made(UUID id, String secret) {}

    @Transactional
    Made add(NewEndpoint wish, Account who) {
        wish.check(known(), settings.allowed());
        var id = Keys.next();
        var format = Format.named(wish.format()).orElseThrow();
        var secret = format == Format.CLOUDEVENTS
                ? envelope.freshSecret()
                : wish.secret().strip();
        var address = Objects.requireNonNull(wish.address());
        jdbc.sql("""
                        insert into notification.endpoint (id, name, format, host, kinds, sealed, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        wish.name().strip(),
                        format.key(),
                        address.getHost(),
                        wish.kinds().toArray(String[]::new),
                        envelope.closed(id, new Envelope.Inside(address.toString(), secret)),
                        who.id(),
                        Timestamp.from(clock.instant()))
                .update();
        living.forgetAfterCommit();
        events.publishEvent(new EndpointAdded(id, wish.name().strip(), address.getHost(), who.id()));
        return new Made(id, format == Format.CLOUDEVENTS ? "whsec_" + secret : "");
    }

    @Transactional
    void remove(UUID id, Account who) {
        var removed = jdbc.sql("update notification.endpoint set removed_at = ? where id = ? and removed_at is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        if (removed == 0) {
            throw Refusal.notThere();
        }
        living.forgetAfterCommit();
        events.publishEvent(new EndpointRemoved(id, who.id()));
    }

    private Set<String> known() {
        return preferences.kinds().stream().map(MessageKind::key).collect(Collectors.toSet());
    }

    private Object edition() {
        return jdbc.sql("select count(*) || ' ' || count(removed_at) from notification.endpoint")
                .query(String.class)
                .single();
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("format"),
                row.getString("host"),
                List.of((String[]) row.getArray("kinds").getArray()),
                row.getObject("made_at", Timestamp.class).toInstant());
    }
}
