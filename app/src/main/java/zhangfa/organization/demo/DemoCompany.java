package zhangfa.organization.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;
import zhangfa.database.Keys;
import zhangfa.identity.AccountDesk;
import zhangfa.organization.PostLevel;
import zhangfa.organization.person.NewPerson;
import zhangfa.organization.person.PersonDesk;
import zhangfa.organization.unit.UnitDesk;

/** Loads the demo company into an empty installation; where anybody is known already it does nothing. */
@Component
@ConditionalOnBooleanProperty("zhangfa.demo")
class DemoCompany implements SmartInitializingSingleton {

    private static final String PASSWORD = "zhangfa-demo";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final AccountDesk accounts;
    private final UnitDesk units;
    private final PersonDesk people;

    DemoCompany(
            JdbcClient database,
            TransactionTemplate transaction,
            AccountDesk accounts,
            UnitDesk units,
            PersonDesk people) {
        this.database = database;
        this.transaction = transaction;
        this.accounts = accounts;
        this.units = units;
        this.people = people;
    }

    /** Before the first request and before anything that works with people. */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            database.sql("lock table organization.unit in share row exclusive mode")
                    .update();
            if (isEmpty()) {
                load(read());
            }
        });
    }

    private boolean isEmpty() {
        return database.sql(
                        "select not exists (select from organization.unit) and not exists (select from identity.account)")
                .query(Boolean.class)
                .single();
    }

    private void load(DemoOrganization demo) {
        demo.positions().forEach(this::load);
        var unitIds = new HashMap<String, UUID>();
        for (var unit : demo.units()) {
            unitIds.put(
                    unit.key(),
                    units.found(unit.key(), unit.name(), found(unitIds, unit.parent()), demo.legalEntity(), null));
        }
        // One hash for all: the password is public, and hashing it once keeps the first start short.
        var hash = accounts.hash(PASSWORD);
        var personIds = new HashMap<String, UUID>();
        for (var person : demo.people()) {
            var id = accounts.open(person.username(), person.name(), person.roles(), hash);
            people.join(id, newPerson(person, unitIds), null);
            personIds.put(person.username(), id);
        }
        demo.administrators().forEach(one -> accounts.open(one.username(), one.name(), List.of("administrator"), hash));
        for (var unit : demo.units()) {
            var head = found(personIds, unit.head());
            if (head != null) {
                units.appointHead(known(unitIds, unit.key()), head, null);
            }
        }
        demo.authorities().forEach(row -> load(row, found(unitIds, row.unit())));
    }

    private static NewPerson newPerson(DemoOrganization.PersonEntry person, Map<String, UUID> units) {
        return new NewPerson(
                person.username(),
                person.name(),
                known(units, person.unit()),
                person.position(),
                PostLevel.of(person.level()),
                null,
                null);
    }

    private void load(DemoOrganization.PositionEntry position) {
        database.sql("insert into organization.post (key, name, level, establishment) values (?, ?, ?, ?)")
                .params(position.key(), position.name(), position.level(), position.establishment())
                .update();
    }

    private void load(DemoOrganization.AuthorityEntry row, @Nullable UUID unit) {
        database.sql("""
                insert into organization.authority (id, matter, unit, amount, currency, approver_kind, approver)
                values (:id, :matter, :unit, :amount, :currency, 'head', :head)
                """)
                .param("id", Keys.next())
                .param("matter", row.matter())
                .param("unit", unit)
                .param("amount", row.amount())
                .param("currency", row.currency())
                .param("head", row.head())
                .update();
    }

    private static @Nullable UUID found(Map<String, UUID> ids, @Nullable String key) {
        return key == null ? null : ids.get(key);
    }

    private static UUID known(Map<String, UUID> ids, String key) {
        return Objects.requireNonNull(ids.get(key), key);
    }

    private static DemoOrganization read() {
        var yaml = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        try (var stream = new ClassPathResource("demo/organization.yaml").getInputStream()) {
            return yaml.readValue(stream, DemoOrganization.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
