package zhangfa.identity.role;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.identity.ScopeChanged;

/** The roles of this installation. */
@Component
public class Roles {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    Roles(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    public List<Role> all() {
        return database.sql("""
                select r.key, r.name, r.scope,
                       array(select unit from identity.role_unit u where u.role = r.key) as units,
                       array(select permission from identity.role_permission p where p.role = r.key order by 1) as permissions
                from identity.role r order by r.position, r.key
                """).query((row, number) -> role(row)).list();
    }

    public Optional<Role> find(String key) {
        return all().stream().filter(role -> role.key().equals(key)).findFirst();
    }

    @Transactional
    public void reach(String key, String scope, Collection<UUID> units, UUID who) {
        if (!Role.SCOPES.contains(scope)) {
            throw Refusal.invalid("/scope", "{identity.scope-unknown}");
        }
        if (scope.equals("chosen") && units.isEmpty()) {
            throw Refusal.invalid("/unit", "{identity.scope-units-missing}");
        }
        database.sql("update identity.role set scope = ? where key = ?")
                .params(scope, key)
                .update();
        database.sql("delete from identity.role_unit where role = ?").param(key).update();
        if (scope.equals("chosen")) {
            for (var unit : Set.copyOf(units)) {
                database.sql("insert into identity.role_unit (role, unit) values (?, ?)")
                        .params(key, unit)
                        .update();
            }
        }
        events.publishEvent(new ScopeChanged(key, scope, who));
    }

    private static Role role(ResultSet row) throws SQLException {
        return new Role(
                row.getString("key"),
                row.getString("name"),
                row.getString("scope"),
                Set.of((UUID[]) row.getArray("units").getArray()),
                List.of((String[]) row.getArray("permissions").getArray()));
    }
}
