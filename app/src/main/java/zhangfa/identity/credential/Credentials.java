package zhangfa.identity.credential;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.identity.Account;
import zhangfa.identity.AccountSignInRefused;
import zhangfa.identity.AccountSignedIn;
import zhangfa.identity.Accounts;

/** Checks a name and a password. An unknown name, a wrong password and a closed account look and last alike. */
@Component
public class Credentials {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Throttle throttle;
    private final ApplicationEventPublisher events;
    private final String nobodysHash;

    /** Each check needs 19 MiB and a processor for some 50 ms: more at once would only wait for each other. */
    private final Semaphore checking = new Semaphore(Runtime.getRuntime().availableProcessors());

    Credentials(
            JdbcClient database,
            TransactionTemplate transaction,
            Accounts accounts,
            PasswordEncoder passwords,
            Throttle throttle,
            ApplicationEventPublisher events) {
        this.database = database;
        this.transaction = transaction;
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.events = events;
        this.nobodysHash = passwords.encode("nobody");
    }

    /**
     * Lets somebody in.
     *
     * @throws BadCredentialsException for a wrong name or password
     * @throws TooManyFailures while guessing is held up
     */
    public Account check(String username, String password, Address address) {
        var verdict = throttle.verdict(username, address);
        if (verdict.refused()) {
            throw new TooManyFailures(verdict.delay());
        }
        pause(verdict.delay());
        var account = accounts.named(username).filter(Account::active).orElse(null);
        var matches = matches(password, account == null ? nobodysHash : hashOf(account.id()));
        if (account == null || !matches) {
            refuse(username, account, address);
            throw new BadCredentialsException("Wrong name or password");
        }
        admit(account, address);
        return account;
    }

    /** Whether this is the account's present password, asked of somebody who is already in. */
    public boolean isPasswordOf(Account account, String password) {
        return matches(password, hashOf(account.id()));
    }

    private void admit(Account account, Address address) {
        transaction.executeWithoutResult(status -> {
            throttle.succeeded(account.username(), address);
            events.publishEvent(new AccountSignedIn(account.id(), account.username(), address.text()));
        });
    }

    private void refuse(String username, @Nullable Account account, Address address) {
        transaction.executeWithoutResult(status -> {
            throttle.failed(username, address);
            events.publishEvent(new AccountSignInRefused(account == null ? null : account.id(), address.text()));
        });
    }

    private String hashOf(UUID account) {
        return database.sql("select password from identity.account where id = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    private boolean matches(String password, String hash) {
        checking.acquireUninterruptibly();
        try {
            return passwords.matches(password, hash);
        } finally {
            checking.release();
        }
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
