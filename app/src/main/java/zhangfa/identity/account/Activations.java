package zhangfa.identity.account;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.identity.AccountActivated;
import zhangfa.identity.AccountDesk;
import zhangfa.identity.Accounts;
import zhangfa.identity.credential.NewPassword;
import zhangfa.identity.credential.Secret;

/** Links by which an invited person, or somebody who forgot, chooses a password; each works once and for a week. */
@Component
@Transactional
class Activations {

    private static final Duration VALIDITY = Duration.ofDays(7);

    private final JdbcClient database;
    private final Accounts accounts;
    private final AccountDesk desk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Activations(
            JdbcClient database, Accounts accounts, AccountDesk desk, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.desk = desk;
        this.events = events;
        this.clock = clock;
    }

    /** A fresh link for this account; an earlier one stops working. */
    String pathFor(UUID account) {
        var secret = Secret.fresh();
        database.sql("""
                insert into identity.activation (digest, account, expires_at)
                select :digest, id, :end from identity.account where id = :account and status <> 'deactivated'
                on conflict (account) do update set digest = excluded.digest, expires_at = excluded.expires_at
                """)
                .param("digest", secret.digest())
                .param("account", account)
                .param("end", clock.instant().plus(VALIDITY).atOffset(ZoneOffset.UTC))
                .update();
        return "/activation/" + secret.text();
    }

    @Transactional(readOnly = true)
    Optional<Account> holder(String secret) {
        return database.sql("select account from identity.activation where digest = ? and expires_at > ?")
                .params(new Secret(secret).digest(), clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .flatMap(accounts::withId);
    }

    void activate(String secret, NewPassword password) {
        var account = holder(secret).orElseThrow(Refusal::notThere);
        var used = database.sql("delete from identity.activation where digest = ?")
                .param(new Secret(secret).digest())
                .update();
        if (used == 0) {
            throw Refusal.notThere();
        }
        desk.setPassword(account.id(), password.text());
        events.publishEvent(new AccountActivated(account.id()));
    }
}
