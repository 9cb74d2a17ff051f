package zhangfa.organization.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;

/** Reads back what was changed about a unit or a person. */
@Component
public class Changes {

    private static final int SHOWN = 50;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JdbcClient database;
    private final JsonMapper json;
    private final Accounts accounts;
    private final Organization organization;

    Changes(JdbcClient database, JsonMapper json, Accounts accounts, Organization organization) {
        this.database = database;
        this.json = json;
        this.accounts = accounts;
        this.organization = organization;
    }

    /** The latest first. */
    public List<Change> of(UUID subject) {
        return database.sql("""
                select at, who, what, details from organization.change where subject = ? order by at desc, id desc limit ?
                """)
                .params(subject, SHOWN)
                .query((row, number) -> change(row))
                .list();
    }

    private Change change(ResultSet row) throws SQLException {
        var details = json.readValue(row.getString("details"), new TypeReference<Map<String, String>>() {});
        return new Change(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                name(row.getObject("who", UUID.class)),
                row.getString("what"),
                details.values().stream().map(this::said).collect(Collectors.joining(" · ")));
    }

    /** Ids are shown as the names that they have today. */
    private String said(String value) {
        if (!ID.matcher(value).matches()) {
            return value;
        }
        var id = UUID.fromString(value);
        var name = name(id);
        return name != null ? name : organization.unit(id).map(Unit::name).orElse(value);
    }

    private @Nullable String name(@Nullable UUID account) {
        return account == null
                ? null
                : accounts.withId(account).map(Account::name).orElse(null);
    }
}
