package zhangfa.finance.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.database.RoundTrip;
import zhangfa.identity.Account;
import zhangfa.money.Money;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;
import zhangfa.process.Eyes;

/** Reads lists and sums of claims. */
@Component
class ClaimLedger {

    private static final String MATCHES = """
            from finance.expense_claim e left join finance.payment p on p.case_id = e.case_id
            join fact.case c on c.id = e.case_id
            where (:all or e.initiator = :me)
              and (:status::text is null or :status = case
                    when p.case_id is not null then 'paid'
                    when e.ending is null or e.ending = 'completed' then 'running' else e.ending end)
              and (:below::uuid[] is null or e.unit = any(:below::uuid[]))
              and (:from::date is null or e.filed_at >= :from::date::timestamp at time zone :zone)
              and (:until::date is null or e.filed_at < :until::date::timestamp at time zone :zone)
            """ + " and " + Eyes.SEES;

    private final JdbcClient database;
    private final Organization organization;
    private final Eyes eyes;
    private final Clock clock;

    ClaimLedger(JdbcClient database, Organization organization, Eyes eyes, Clock clock) {
        this.database = database;
        this.organization = organization;
        this.eyes = eyes;
        this.clock = clock;
    }

    /** The newest first, from behind {@code after} on. */
    List<ClaimRow> rows(Account who, ClaimFilter filter, @Nullable UUID after, int count) {
        return database.sql("select e.*, p.paid_at, c.number " + MATCHES + """

                  and (:after::uuid is null or e.case_id < :after::uuid)
                order by e.case_id desc limit :count
                """)
                .params(parameters(who, filter))
                .param("after", after)
                .param("count", count)
                .query((row, number) -> row(row))
                .list();
    }

    /** What was filed in each of these months. */
    Map<YearMonth, Money> sums(Account who, ClaimFilter filter, YearMonth first) {
        var parameters = parameters(who, filter.withoutMonth());
        parameters.put("from", first.atDay(1).toString());
        return database
                .sql("select to_char(e.filed_at at time zone :zone, 'YYYY-MM') as month, sum(e.total) as total "
                        + MATCHES + " group by 1")
                .params(parameters)
                .query((row, number) ->
                        Map.entry(YearMonth.parse(row.getString("month")), Money.cny(row.getBigDecimal("total"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, @Nullable Object> parameters(Account who, ClaimFilter filter) {
        var parameters = new HashMap<String, @Nullable Object>(eyes.of(who));
        var month = filter.month();
        parameters.put("all", filter.all());
        parameters.put(
                "status", filter.status() == null ? null : filter.status().key());
        parameters.put("below", filter.unit() == null ? null : RoundTrip.array(below(filter.unit())));
        parameters.put("from", month == null ? null : month.atDay(1).toString());
        parameters.put(
                "until", month == null ? null : month.plusMonths(1).atDay(1).toString());
        parameters.put("zone", clock.getZone().getId());
        return parameters;
    }

    private Set<UUID> below(String unit) {
        return organization
                .unitKeyed(unit)
                .map(Unit::id)
                .map(organization::below)
                .orElse(Set.of());
    }

    private ClaimRow row(ResultSet row) throws SQLException {
        return new ClaimRow(
                row.getObject("case_id", UUID.class),
                Objects.requireNonNullElse(row.getString("number"), ""),
                row.getString("title"),
                organization
                        .person(row.getObject("initiator", UUID.class))
                        .map(Person::name)
                        .orElse("—"),
                organization
                        .unit(row.getObject("unit", UUID.class))
                        .map(Unit::name)
                        .orElse("—"),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                new Money(row.getBigDecimal("total"), row.getString("currency")),
                status(row.getString("ending"), row.getObject("paid_at") != null));
    }

    private static ClaimRow.Status status(@Nullable String ending, boolean paid) {
        if (paid) {
            return ClaimRow.Status.PAID;
        }
        return ending == null || ending.equals("completed")
                ? ClaimRow.Status.RUNNING
                : ClaimRow.Status.valueOf(ending.toUpperCase(Locale.ROOT));
    }
}
