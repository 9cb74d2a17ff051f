package zhangfa.identity.credential;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.identity.OutsidePasswords;
import zhangfa.identity.Permission;

/**
 * Checks a name and a password. An unknown name, a wrong password and a closed account look and last alike. A password
 * that does not fit here may still be the one of the company's directory.
 */
@Component
public class Credentials {

    private final JdbcClient database;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final OutsidePasswords outside;
    private final Attempts attempts;
    private final String nobodysHash;

    /** Each check needs 19 MiB and a processor for some 50 ms: more at once would only wait for each other. */
    private final Semaphore checking = new Semaphore(Runtime.getRuntime().availableProcessors());

    Credentials(
            JdbcClient database,
            Accounts accounts,
            PasswordEncoder passwords,
            OutsidePasswords outside,
            Attempts attempts) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.outside = outside;
        this.attempts = attempts;
        this.nobodysHash = passwords.encode("nobody");
    }

    /**
     * Lets somebody in.
     *
     * @throws BadCredentialsException for a wrong name or password
     * @throws TooManyFailures while guessing is held up
     */
    public Account check(String username, String password, Address address) {
        pause(attempts.verdict(username, address).delay());
        var named = accounts.named(username);
        var holder = keptHere(named.filter(Account::active), password)
                .or(() -> named.filter(Credentials::dependsOnNobody).isPresent()
                        ? Optional.empty()
                        : keptOutside(username, password));
        if (holder.isEmpty()) {
            attempts.failed(username, named.filter(Account::active).orElse(null), address);
            throw new BadCredentialsException("Wrong name or password");
        }
        attempts.succeeded(holder.get(), address);
        return holder.get();
    }

    /** Whether this is the account's present password, asked of somebody who is already in. */
    public boolean isPasswordOf(Account account, String password) {
        return matches(password, hashOf(account.id()));
    }

    private Optional<Account> keptHere(Optional<Account> account, String password) {
        var matches = matches(password, account.map(known -> hashOf(known.id())).orElse(nobodysHash));
        return account.filter(known -> matches);
    }

    private Optional<Account> keptOutside(String username, String password) {
        return outside.holder(username, password)
                .flatMap(accounts::withId)
                .filter(known -> known.active() && !dependsOnNobody(known));
    }

    /** Whoever looks after accounts needs no other system: with it down, or in wrong hands, they still decide here. */
    private static boolean dependsOnNobody(Account account) {
        return account.may(Permission.ACCOUNT_MANAGE);
    }

    /** Whoever never chose a password here has one that nobody knows. */
    private String hashOf(UUID account) {
        return database.sql("select password from identity.account where id = ? and password is not null")
                .param(account)
                .query(String.class)
                .optional()
                .orElse(nobodysHash);
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
