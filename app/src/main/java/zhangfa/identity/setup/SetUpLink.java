package zhangfa.identity.setup;

import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.identity.AccountDesk;
import zhangfa.identity.credential.NewPassword;
import zhangfa.identity.credential.Secret;

/**
 * The only way into an installation that nobody administers yet: a link, new at each start, that works until the first
 * administrator is made. It is kept in memory alone and told in the log, which only the operator reads.
 */
@Component
class SetUpLink {

    private static final Logger log = LoggerFactory.getLogger(SetUpLink.class);

    private final JdbcClient database;
    private final AccountDesk accounts;
    private final String home;
    private final @Nullable Secret secret;

    SetUpLink(
            JdbcClient database,
            AccountDesk accounts,
            @Value("${zhangfa.demo}") boolean demo,
            @Value("http://${server.address}:${server.port}") String home) {
        this.database = database;
        this.accounts = accounts;
        this.home = home;
        this.secret = demo || isTaken() ? null : Secret.fresh();
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        if (secret != null) {
            log.info("Nobody administers this installation yet. Make the first administrator at {}{}", home, path());
        }
    }

    String path() {
        return secret == null ? "" : "/setup/" + secret.text();
    }

    /** Whether this is today's link and nobody has used it. */
    boolean isOpenedBy(String key) {
        return secret != null && MessageDigest.isEqual(secret.digest(), new Secret(key).digest()) && !isTaken();
    }

    /** Two who hold the link at once: the lock lets one of them be the first. */
    @Transactional
    public UUID makeAdministrator(String key, String username, String name, NewPassword password) {
        database.sql("select version from identity.version for update")
                .query(Long.class)
                .single();
        if (!isOpenedBy(key)) {
            throw Refusal.notThere();
        }
        return accounts.open(username, name, List.of("administrator"), accounts.hash(password.text()));
    }

    private boolean isTaken() {
        return database.sql("select exists (select from identity.account)")
                .query(Boolean.class)
                .single();
    }
}
