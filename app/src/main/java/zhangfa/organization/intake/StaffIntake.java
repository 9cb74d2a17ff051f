package zhangfa.organization.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.identity.AccountDesk;
import zhangfa.identity.Accounts;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;
import zhangfa.organization.person.NewPerson;
import zhangfa.organization.person.PersonDesk;

/** Takes a staff file in: all of it or nothing; whoever is known already is updated, never doubled. */
@Component
class StaffIntake {

    private final JdbcClient database;
    private final Organization organization;
    private final Accounts accounts;
    private final AccountDesk accountDesk;
    private final PersonDesk people;
    private final UnitsOfFile units;
    private final PositionsOfFile positions;

    StaffIntake(
            JdbcClient database,
            Organization organization,
            Accounts accounts,
            AccountDesk accountDesk,
            PersonDesk people,
            UnitsOfFile units,
            PositionsOfFile positions) {
        this.database = database;
        this.organization = organization;
        this.accounts = accounts;
        this.accountDesk = accountDesk;
        this.people = people;
        this.units = units;
        this.positions = positions;
    }

    StaffPlan plan(List<StaffRow> rows) {
        if (organization.units().findAny().isEmpty()) {
            throw Refusal.conflict("{organization.company-first}");
        }
        var known = organization.units().collect(Collectors.groupingBy(Unit::name, Collectors.summingInt(one -> 1)));
        var named = rows.stream().map(StaffRow::unit).collect(Collectors.toSet());
        var rules = new StaffRules(known, named, this::isTakenByNoPerson);
        var ways = waysToReach();
        var steps = new ArrayList<StaffStep>();
        for (var row : rows) {
            if (rules.check(row)) {
                steps.add(step(row, ways));
            }
        }
        return new StaffPlan(steps, rules.errors());
    }

    @Transactional
    public ImportResult take(List<StaffRow> rows, UUID who) {
        database.sql("lock table organization.unit in share row exclusive mode").update();
        var plan = plan(rows);
        if (!plan.errors().isEmpty()) {
            throw Refusal.invalid(plan.errors().stream()
                    .map(error ->
                            new Refusal.Fault("/rows/%d/%s".formatted(error.row(), error.column()), error.detail()))
                    .toList());
        }
        var unitIds = units.found(rows, who);
        var positionKeys = positions.found(rows);
        var heads = new HashMap<UUID, UUID>();
        for (var step : plan.steps()) {
            var unit = Objects.requireNonNull(unitIds.get(step.row().unit()));
            var person = take(step, unit, positionKeys, who);
            if (step.leads()) {
                heads.put(unit, person);
            }
        }
        units.appoint(heads, who);
        return plan.result(false);
    }

    private UUID take(StaffStep step, UUID unit, Map<String, String> positionKeys, UUID who) {
        var row = step.row();
        var position = positionKeys.get(row.position());
        var known = step.known();
        if (known == null) {
            var id = accountDesk.invite(row.username(), row.name(), List.of("staff"));
            people.join(
                    id,
                    new NewPerson(
                            row.username(),
                            row.name(),
                            unit,
                            position,
                            step.level(),
                            row.email().isEmpty() ? null : row.email(),
                            row.phone().isEmpty() ? null : row.phone()),
                    who);
            return id;
        }
        if (step.kind() == StaffStep.Kind.UPDATE) {
            people.describe(
                    known.id(),
                    row.name(),
                    row.email().isEmpty() ? null : row.email(),
                    row.phone().isEmpty() ? null : row.phone(),
                    who);
            if (!isWhereItWas(known, row, step)) {
                people.move(known.id(), unit, position == null ? known.position() : position, step.level(), who);
            }
        }
        return known.id();
    }

    private StaffStep step(StaffRow row, Map<UUID, List<String>> ways) {
        var level = StaffRules.level(row).orElseThrow();
        var leads = StaffRules.leads(row);
        var known = organization.personNamed(row.username()).orElse(null);
        if (known == null) {
            return new StaffStep(row, null, level, leads, StaffStep.Kind.CREATE);
        }
        var kept = row.level().isEmpty() ? known.level() : level;
        var step = new StaffStep(row, known, kept, leads, StaffStep.Kind.UPDATE);
        return isAsItWas(known, row, step, ways) ? new StaffStep(row, known, kept, leads, StaffStep.Kind.KEEP) : step;
    }

    private boolean isAsItWas(Person known, StaffRow row, StaffStep step, Map<UUID, List<String>> ways) {
        var reached = ways.getOrDefault(known.id(), List.of("", ""));
        return isWhereItWas(known, row, step)
                && known.name().equals(row.name())
                && (row.email().isEmpty() || row.email().equals(reached.get(0)))
                && (row.phone().isEmpty() || row.phone().equals(reached.get(1)))
                && (!step.leads()
                        || organization
                                .unit(known.unit())
                                .map(Unit::head)
                                .filter(known.id()::equals)
                                .isPresent());
    }

    private boolean isWhereItWas(Person known, StaffRow row, StaffStep step) {
        var unit = organization.unit(known.unit()).map(Unit::name).orElse("");
        return unit.equals(row.unit())
                && known.level() == step.level()
                && (row.position().isEmpty() || row.position().equals(positions.nameOf(known.position())));
    }

    private boolean isTakenByNoPerson(String username) {
        return accounts.named(username).isPresent()
                && organization.personNamed(username).isEmpty();
    }

    private Map<UUID, List<String>> waysToReach() {
        return database
                .sql("select id, coalesce(email, '') as email, coalesce(phone, '') as phone from organization.person")
                .query((row, number) -> Map.entry(
                        row.getObject("id", UUID.class), List.of(row.getString("email"), row.getString("phone"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
