package zhangfa.identity.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.identity.TokenIssued;
import zhangfa.identity.TokenRevoked;
import zhangfa.identity.credential.Secret;

/** Where API tokens are issued, recognised and taken back. */
@Component
public class Tokens {

    /** A token taken back on one node may still open the door of another for this long. */
    private static final Duration TRUSTED = Duration.ofSeconds(2);

    /** The last use is noted to the minute. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private static final int REMEMBERED = 10_000;

    private record Bearer(UUID account, Instant expiresAt, Instant trustedUntil) {}

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, Bearer> recognised = new ConcurrentHashMap<>();

    Tokens(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public IssuedToken issue(UUID account, String label, Duration validity) {
        var secret = Secret.fresh();
        var id = Keys.next();
        var now = clock.instant();
        var end = now.plus(validity);
        database.sql("delete from identity.token where account = ? and expires_at < ?")
                .params(account, at(now))
                .update();
        database.sql("""
                insert into identity.token (id, digest, account, label, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(id, secret.digest(), account, label, at(now), at(end))
                .update();
        events.publishEvent(new TokenIssued(id, account, label, end));
        return new IssuedToken(secret.text(), end);
    }

    /** Whose token this is; empty for an unknown, expired or revoked one. */
    public Optional<UUID> holder(String token) {
        var now = clock.instant();
        var bearer = recognised.get(token);
        if (bearer == null || bearer.trustedUntil().isBefore(now)) {
            bearer = recognise(token, now);
        }
        return Optional.ofNullable(bearer)
                .filter(known -> known.expiresAt().isAfter(now))
                .map(Bearer::account);
    }

    @Transactional
    public void revoke(UUID account, UUID token) {
        var revoked = database.sql("delete from identity.token where account = ? and id = ?")
                .params(account, token)
                .update();
        if (revoked == 0) {
            throw Refusal.notThere();
        }
        recognised.clear();
        events.publishEvent(new TokenRevoked(token, account));
    }

    @Transactional
    public void revokeAll(UUID account) {
        database.sql("delete from identity.token where account = ? returning id")
                .param(account)
                .query(UUID.class)
                .list()
                .forEach(token -> events.publishEvent(new TokenRevoked(token, account)));
        recognised.clear();
    }

    /** Those of an account that can still be used, the newest first. */
    public List<Token> of(UUID account) {
        return database.sql("""
                select id, label, created_at, expires_at, used_at from identity.token
                where account = ? and expires_at > ? order by created_at desc
                """)
                .params(account, at(clock.instant()))
                .query((row, number) -> token(row))
                .list();
    }

    private @Nullable Bearer recognise(String token, Instant now) {
        var digest = new Secret(token).digest();
        var known = database.sql("""
                select account, expires_at, used_at is null or used_at < ? as unnoted from identity.token where digest = ?
                """)
                .params(at(now.minus(NOTED)), digest)
                .query((row, number) -> bearer(row, digest, now))
                .optional()
                .orElse(null);
        if (recognised.size() >= REMEMBERED) {
            recognised.clear();
        }
        if (known == null) {
            recognised.remove(token);
        } else {
            recognised.put(token, known);
        }
        return known;
    }

    private Bearer bearer(ResultSet row, byte[] digest, Instant now) throws SQLException {
        if (row.getBoolean("unnoted")) {
            database.sql("update identity.token set used_at = ? where digest = ?")
                    .params(at(now), digest)
                    .update();
        }
        return new Bearer(
                row.getObject("account", UUID.class),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                now.plus(TRUSTED));
    }

    private static Token token(ResultSet row) throws SQLException {
        var used = row.getObject("used_at", OffsetDateTime.class);
        return new Token(
                row.getObject("id", UUID.class),
                row.getString("label"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
