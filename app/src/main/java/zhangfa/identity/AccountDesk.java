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
import zhangfa.api.Refusal;
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

    /** From now on the account has just these roles. */
    public void giveRoles(UUID account, Collection<String> roles, UUID who) {
        refuseOneself(account, who);
        database.sql("delete from identity.account_role where account = ?")
                .param(account)
                .update();
        roles.forEach(role -> giveRole(account, role));
        keepAnAdministrator();
        accounts.forgetAfterCommit();
        events.publishEvent(new RolesChanged(account, List.copyOf(roles), who));
    }

    public void deactivate(UUID account, UUID who) {
        refuseOneself(account, who);
        change("update identity.account set status = 'deactivated' where id = ? and status <> 'deactivated'", account);
        keepAnAdministrator();
        events.publishEvent(new AccountDeactivated(account, who));
    }

    /** Whoever never had a password is invited again. */
    public void reactivate(UUID account, UUID who) {
        change("""
                update identity.account set status = case when password is null then 'invited' else 'active' end
                where id = ? and status = 'deactivated'
                """, account);
        events.publishEvent(new AccountReactivated(account, who));
    }

    public void rename(UUID account, String name) {
        database.sql("update identity.account set name = ? where id = ?")
                .params(name, account)
                .update();
        accounts.forgetAfterCommit();
    }

    /** Sets the password; an invited account becomes active by it. */
    public void setPassword(UUID account, String password) {
        database.sql("""
                update identity.account set password = ?, password_changed_at = now(),
                    status = case status when 'invited' then 'active' else status end
                where id = ?
                """).params(hash(password), account).update();
        accounts.forgetAfterCommit();
    }

    /** Whether its holder chose a password here. */
    @Transactional(readOnly = true)
    public boolean hasPassword(UUID account) {
        return database.sql("select password is not null from identity.account where id = ?")
                .param(account)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** An invited account becomes active without a password: its holder proved elsewhere who they are. */
    public void activate(UUID account) {
        var activated = database.sql(
                        "update identity.account set status = 'active' where id = ? and status = 'invited'")
                .param(account)
                .update();
        if (activated > 0) {
            accounts.forgetAfterCommit();
            events.publishEvent(new AccountActivated(account));
        }
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
            giveRole(id, role);
        }
        accounts.forgetAfterCommit();
        events.publishEvent(new AccountOpened(id, username, List.copyOf(roles)));
        return id;
    }

    private void giveRole(UUID account, String role) {
        database.sql("insert into identity.account_role (account, role) values (?, ?)")
                .params(account, role)
                .update();
    }

    private void change(String sql, UUID account) {
        if (database.sql(sql).param(account).update() == 0) {
            throw Refusal.conflict("{identity.account-stale}");
        }
        accounts.forgetAfterCommit();
    }

    private static void refuseOneself(UUID account, UUID who) {
        if (account.equals(who)) {
            throw Refusal.conflict("{identity.not-oneself}");
        }
    }

    /** Two who take it from each other at once must not both succeed, hence the lock. */
    private void keepAnAdministrator() {
        database.sql("select version from identity.version for update")
                .query(Long.class)
                .single();
        var left = database.sql("""
                select exists (select from identity.account a
                    join identity.account_role r on r.account = a.id
                    join identity.role_permission p on p.role = r.role
                    where a.status = 'active' and p.permission = ?)
                """)
                .param(Permission.ACCOUNT_MANAGE)
                .query(Boolean.class)
                .single();
        if (!left) {
            throw Refusal.conflict("{identity.last-administrator}");
        }
    }
}
