package zhangfa.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import zhangfa.database.Remembered;

/** Answers who an account is; from memory, as of the last commit. */
@Component
public class Accounts {

    private record Known(Map<UUID, Account> byId, Map<String, Account> byName) {}

    private final JdbcClient database;
    private final Remembered<Known> known;

    Accounts(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.known = new Remembered<>(transactions, this::version, this::load);
    }

    public Optional<Account> named(String username) {
        return Optional.ofNullable(known.value().byName().get(username));
    }

    public Optional<Account> withId(UUID id) {
        return Optional.ofNullable(known.value().byId().get(id));
    }

    /** All accounts, also those not yet or no longer active, by username. */
    public Collection<Account> all() {
        return known.value().byName().values().stream()
                .sorted(java.util.Comparator.comparing(Account::username))
                .toList();
    }

    void forgetAfterCommit() {
        known.forgetAfterCommit();
    }

    private Object version() {
        return database.sql("select version from identity.version")
                .query(Long.class)
                .single();
    }

    private Known load() {
        var accounts = database.sql("""
                select a.id, a.username, a.name, a.status,
                       array(select role from identity.account_role r where r.account = a.id order by role) as roles,
                       array(select distinct permission from identity.account_role r
                             join identity.role_permission p on p.role = r.role
                             where r.account = a.id order by permission) as permissions
                from identity.account a
                """).query((row, number) -> account(row)).list();
        return new Known(by(accounts, Account::id), by(accounts, Account::username));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                row.getString("status").equals("active"),
                Set.of((String[]) row.getArray("roles").getArray()),
                Set.of((String[]) row.getArray("permissions").getArray()));
    }

    private static <K> Map<K, Account> by(List<Account> accounts, Function<Account, K> key) {
        return accounts.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
