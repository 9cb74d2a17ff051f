package zhangfa.identity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.database.Keys;

/** Opens and closes accounts, and changes what they may do. */
@Component
@Transactional
public class AccountDesk {

    private final JdbcClient database;
    private final PasswordEncoder passwords;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    AccountDesk(JdbcClient database, PasswordEncoder passwords, Accounts accounts, ApplicationEventPublisher events) {
        this.database = database;
        this.passwords = passwords;
        this.accounts = accounts;
        this.events = events;
    }

    /** An account without a password: whoever holds its activation link chooses one. */
    public UUID invite(String username, String name, Collection<String> roles) {
        return insert(username, name, "invited", null, roles);
    }

    /** An account that can sign in at once; {@code hash} comes from {@link #hash}. */
    public UUID open(String username, String name, Collection<String> roles, String hash) {
        return insert(username, name, "active", hash, roles);
    }

    public String hash(String password) {
        return passwords.encode(password);
    }

    private UUID insert(String username, String name, String status, @Nullable String hash, Collection<String> roles) {
        var id = Keys.next();
        database.sql("""
                insert into identity.account (id, username, name, status, password, password_changed_at)
                values (:id, :username, :name, :status, :hash, case when :hash::text is null then null else now() end)
                """)
                .param("id", id)
                .param("username", username)
                .param("name", name)
                .param("status", status)
                .param("hash", hash)
                .update();
        for (var role : roles) {
            database.sql("insert into identity.account_role (account, role) values (?, ?)")
                    .params(id, role)
                    .update();
        }
        accounts.forgetAfterCommit();
        events.publishEvent(new AccountOpened(id, username, List.copyOf(roles)));
        return id;
    }
}
