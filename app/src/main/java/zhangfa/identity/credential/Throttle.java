package zhangfa.identity.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows guessing, on all nodes alike. Only failures count: against an account from one address, against an account from
 * anywhere, and from an address against anybody. Names are kept as digests, since people type passwords where names belong.
 */
@Component
class Throttle {

    /** What failures of the last quarter of an hour mean for the next try. */
    record Verdict(Duration delay, boolean refused) {}

    private enum Scope {
        ACCOUNT_FROM_ADDRESS(10),
        ACCOUNT(100),
        ADDRESS(100);

        private final int limit;

        Scope(int limit) {
            this.limit = limit;
        }
    }

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int FREE = 3;
    private static final Duration STEP = Duration.ofMillis(150);

    private final JdbcClient database;
    private final Clock clock;

    Throttle(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Verdict verdict(String username, Address address) {
        var delay = Duration.ZERO;
        for (var scope : Scope.values()) {
            var failures = failures(key(scope, username, address));
            if (failures.size() >= scope.limit) {
                return heldUp(scope, failures);
            }
            if (scope == Scope.ACCOUNT_FROM_ADDRESS) {
                delay = STEP.multipliedBy(Math.max(0, failures.size() - FREE));
            }
        }
        return new Verdict(delay, false);
    }

    /** Of an address alone, where nobody said a name. */
    Verdict verdict(Address address) {
        var failures = failures(key(Scope.ADDRESS, "", address));
        return failures.size() >= Scope.ADDRESS.limit
                ? heldUp(Scope.ADDRESS, failures)
                : new Verdict(Duration.ZERO, false);
    }

    private Verdict heldUp(Scope scope, List<OffsetDateTime> failures) {
        var free = failures.get(scope.limit - 1).plus(WINDOW);
        return new Verdict(Duration.between(now(), free).plusSeconds(1), true);
    }

    void failed(String username, Address address) {
        failed(List.of(Scope.values()), username, address);
    }

    void failed(Address address) {
        failed(List.of(Scope.ADDRESS), "", address);
    }

    private void failed(List<Scope> scopes, String username, Address address) {
        database.sql("delete from identity.failure where at < ?")
                .param(now().minus(WINDOW))
                .update();
        for (var scope : scopes) {
            database.sql("insert into identity.failure (key, at) values (?, ?)")
                    .params(key(scope, username, address), now())
                    .update();
        }
    }

    /** Whoever got in had only mistyped; the address stays suspect for the others it tried. */
    void succeeded(String username, Address address) {
        for (var scope : List.of(Scope.ACCOUNT_FROM_ADDRESS, Scope.ACCOUNT)) {
            database.sql("delete from identity.failure where key = ?")
                    .param(key(scope, username, address))
                    .update();
        }
    }

    /** When they happened, the latest first. */
    private List<OffsetDateTime> failures(byte[] key) {
        return database.sql("select at from identity.failure where key = ? and at >= ? order by at desc limit 100")
                .params(key, now().minus(WINDOW))
                .query((row, number) -> row.getObject("at", OffsetDateTime.class))
                .list();
    }

    private static byte[] key(Scope scope, String username, Address address) {
        var text = switch (scope) {
            case ACCOUNT_FROM_ADDRESS -> username + "\n" + address.text();
            case ACCOUNT -> username;
            case ADDRESS -> address.text();
        };
        try {
            return MessageDigest.getInstance("SHA-256").digest((scope + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
