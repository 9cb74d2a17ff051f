package zhangfa.organization;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import zhangfa.database.Remembered;

/**
 * The door to the organisation of today. Every answer comes from one immutable picture in memory that is replaced after a
 * committed change, on other nodes within a second, and at midnight in the company's zone; so asking is cheap.
 */
@Component
public class Organization {

    private final JdbcClient database;
    private final Remembered<Chart> chart;
    private final Clock clock;

    Organization(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.chart = new Remembered<>(
                transactions,
                () -> Map.entry(version(), LocalDate.now(clock)),
                () -> new ChartReading(database, LocalDate.now(clock)).chart());
    }

    public Optional<Person> person(UUID id) {
        return chart().person(id);
    }

    public Optional<Person> personNamed(String username) {
        return chart().personNamed(username);
    }

    /** Names of all positions by their keys, in the order of the names; read, because only forms ask. */
    public Map<String, String> positions() {
        var positions = new LinkedHashMap<String, String>();
        database.sql("select key, name from organization.post order by name").query(row -> {
            positions.put(row.getString("key"), row.getString("name"));
        });
        return positions;
    }

    /** Asked rarely, so it is read and not remembered; empty for who is nobody here. */
    public Optional<Contact> contact(UUID person) {
        return database.sql("select email, phone from organization.person where id = ?")
                .param(person)
                .query(Contact.class)
                .optional();
    }

    /** Where everybody who works here can be reached; read like the other. */
    public Map<UUID, Contact> contacts() {
        var contacts = new HashMap<UUID, Contact>();
        database.sql("select id, email, phone from organization.person where active")
                .query(row -> {
                    contacts.put(
                            row.getObject("id", UUID.class),
                            new Contact(row.getString("email"), row.getString("phone")));
                });
        return contacts;
    }

    /**
     * Who acts for this person today in a process, by its key; whoever is away themselves is followed to their own deputy. Empty
     * where nobody was named, and where deputies stand in for each other in a circle.
     */
    public Optional<UUID> standIn(UUID person, String process) {
        return chart().standIn(person, process);
    }

    /** Who stands in for this person today in everything; read, because few ask. */
    public Optional<UUID> deputyOf(UUID person) {
        return database.sql("""
                        select d.deputy from organization.deputy d join organization.person p on p.id = d.deputy and p.active
                        where d.person = ? and d.scope = '*' and d.during @> ?::date order by d.id limit 1""")
                .params(person, LocalDate.now(clock).toString())
                .query(UUID.class)
                .optional();
    }

    /** Those of these ids that are people, in the order asked. */
    public List<Person> people(Collection<UUID> ids) {
        var chart = chart();
        return ids.stream().flatMap(id -> chart.person(id).stream()).toList();
    }

    /** Everybody, also who left. */
    public Stream<Person> everybody() {
        return chart().people();
    }

    public Optional<Unit> unit(UUID id) {
        return chart().unit(id);
    }

    public Optional<Unit> unitKeyed(String key) {
        return chart().unitKeyed(key);
    }

    /** All units that exist today, in no order. */
    public Stream<Unit> units() {
        return chart().units();
    }

    /** The unit itself, then each parent up to the top. */
    public List<Unit> lineOf(UUID unit) {
        return chart().lineOf(unit);
    }

    /** The unit itself and everything below it. */
    public Set<UUID> below(UUID unit) {
        return chart().below(unit);
    }

    /** The head of the person's own unit first, then each next head up; nobody twice, the person perhaps among them. */
    public List<UUID> headsAbove(UUID person) {
        return chart().headsAbove(person);
    }

    /** Active people who hold this position today. */
    public List<UUID> holding(String position) {
        return chart().holding(position);
    }

    /** Who decides on such matters of this unit beyond the limit; empty where nothing is laid down or the post is vacant. */
    public Optional<UUID> authority(String matter, UUID unit) {
        var chart = chart();
        return chart.authority(matter, unit).flatMap(chart::approver);
    }

    /** Up to which amount, in CNY, such matters of this unit need nobody from the authority matrix. */
    public Optional<BigDecimal> authorityLimit(String matter, UUID unit) {
        return chart().authority(matter, unit).map(Authority::limit);
    }

    /** All units that this person heads, with everything below them. */
    public Set<UUID> unitsUnder(UUID head) {
        return chart().unitsUnder(head);
    }

    @EventListener
    void on(OrganizationChanged change) {
        chart.forgetAfterCommit();
    }

    private Chart chart() {
        return chart.value();
    }

    private long version() {
        return database.sql("select version from organization.version")
                .query(Long.class)
                .single();
    }
}
