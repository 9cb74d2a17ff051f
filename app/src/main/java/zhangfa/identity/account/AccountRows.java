package zhangfa.identity.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.api.Listing;
import zhangfa.api.Window;

/** Finds accounts for the administrator. */
@Component
class AccountRows {

    private static final String ROW = """
            select a.id, a.username, a.name, a.status,
                   array(select role from identity.account_role r join identity.role o on o.key = r.role
                         where r.account = a.id order by o.position, o.key) as roles
            from identity.account a
            """;

    private final JdbcClient database;

    AccountRows(JdbcClient database) {
        this.database = database;
    }

    Listing<AccountRow> list(@Nullable String status, String words, Window window) {
        var rows = database.sql(ROW + """
                where (:status::text is null or a.status = :status)
                  and (position(lower(:words) in lower(a.name)) > 0 or position(lower(:words) in a.username) > 0)
                  and (:after::text is null or a.username > :after)
                order by a.username limit :rows
                """)
                .param("status", status)
                .param("words", words)
                .param("after", window.after())
                .param("rows", window.rows())
                .query((row, number) -> row(row))
                .list();
        return Listing.of(rows, window.size(), AccountRow::username);
    }

    Optional<AccountRow> find(UUID id) {
        return database.sql(ROW + "where a.id = ?")
                .param(id)
                .query((row, number) -> row(row))
                .optional();
    }

    private static AccountRow row(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                row.getString("status"),
                List.of((String[]) row.getArray("roles").getArray()));
    }
}
