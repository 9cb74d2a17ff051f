package zhangfa.rulebook.occurrence;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.calendar.BusinessCalendar;
import zhangfa.calendar.WorkingTime;
import zhangfa.database.Keys;
import zhangfa.rulebook.control.FactRoom;
import zhangfa.rulebook.obligation.Obligation;
import zhangfa.rulebook.obligation.Obligations;
import zhangfa.rulebook.obligation.When;
import zhangfa.rulebook.practice.PracticeAdopted;
import zhangfa.rulebook.source.Columns;

/**
 * Brings up every occurrence that has come, exactly once: which one it is says the key of its row, so that two nodes, a repeat or
 * a crash make none twice. Periods that nobody looked at meanwhile are made up for.
 */
@Component
class Rounds {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final int MOST_FACTS = 1000;

    private final Obligations obligations;
    private final Holders holders;
    private final FactRoom facts;
    private final OccurrenceTidings tidings;
    private final JdbcClient jdbc;
    private final Clock clock;

    Rounds(
            Obligations obligations,
            Holders holders,
            FactRoom facts,
            OccurrenceTidings tidings,
            JdbcClient jdbc,
            Clock clock) {
        this.obligations = obligations;
        this.holders = holders;
        this.facts = facts;
        this.tidings = tidings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One that has come. */
    private record Come(
            Obligation obligation,
            String period,
            @Nullable UUID unit,
            List<UUID> owners,
            Instant opensAt,
            Instant dueAt,
            @Nullable Instant closesAt,
            @Nullable Instant lapsesAt) {}

    /** Of which obligation and unit. */
    private record Place(String obligation, @Nullable UUID unit) {}

    /** What is adopted today comes today. */
    @EventListener(PracticeAdopted.class)
    @Transactional
    public void bringUp() {
        var latest = latest();
        for (var obligation : obligations.inForce()) {
            for (var unit : holders.units(obligation)) {
                var owners = holders.people(obligation.owner(), unit.orElse(null));
                if (!owners.isEmpty()) {
                    var since = latest.get(new Place(obligation.key(), unit.orElse(null)));
                    come(obligation, unit.orElse(null), owners, since).forEach(this::keep);
                }
            }
            refreshPeople(obligation);
        }
    }

    private List<Come> come(Obligation obligation, @Nullable UUID unit, List<UUID> owners, @Nullable Instant since) {
        var calendar = holders.calendar(unit, owners);
        return switch (obligation.when()) {
            case When.Schedule schedule -> periods(obligation, schedule, unit, owners, calendar, since);
            case When.Clock time -> started(obligation, time, owners, calendar);
        };
    }

    private List<Come> periods(
            Obligation obligation,
            When.Schedule schedule,
            @Nullable UUID unit,
            List<UUID> owners,
            BusinessCalendar calendar,
            @Nullable Instant since) {
        var come = new ArrayList<Come>();
        var today = day(clock.instant(), calendar.zone());
        var rhythm = schedule.rhythm();
        var period = rhythm.around(day(Objects.requireNonNullElse(since, obligation.since()), calendar.zone()));
        for (; !period.from().isAfter(today); period = rhythm.after(period)) {
            var due = period.due(schedule.workday(), calendar);
            if (due.filter(obligation.since()::isBefore).isPresent()) {
                var next = rhythm.after(period);
                come.add(new Come(
                        obligation,
                        period.key(),
                        unit,
                        owners,
                        start(period.from(), calendar.zone()),
                        due.get(),
                        start(period.until(), calendar.zone()),
                        next.due(schedule.workday(), calendar).orElseGet(() -> start(next.until(), calendar.zone()))));
            }
        }
        return come;
    }

    /** The newest facts that have started no time yet; a query that fails keeps nothing else from coming. */
    private List<Come> started(Obligation obligation, When.Clock time, List<UUID> owners, BusinessCalendar calendar) {
        var known = Set.copyOf(jdbc.sql("select period from rulebook.occurrence where obligation = ?")
                .param(obligation.key())
                .query(String.class)
                .list());
        var within = calendar.lengthOf(WorkingTime.parse(time.within()));
        try {
            var newest = "select * from (" + time.trigger() + ") fact order by at desc";
            return facts.askHere(newest, MOST_FACTS).rows().stream()
                    .filter(row -> !known.contains(String.valueOf(row.get("subject"))))
                    .map(row -> Map.entry(String.valueOf(row.get("subject")), Proving.instant(row.get("at"))))
                    .filter(fact -> !fact.getValue().isBefore(obligation.since()))
                    .map(fact -> new Come(
                            obligation,
                            fact.getKey(),
                            null,
                            owners,
                            fact.getValue(),
                            calendar.plus(fact.getValue(), within),
                            null,
                            null))
                    .toList();
        } catch (DataAccessException failed) {
            log.warn("What starts {} cannot be asked for", obligation.key(), failed);
            return List.of();
        }
    }

    private void keep(Come come) {
        var verifier = come.obligation().verifier();
        var id = Keys.next();
        var isNew = jdbc.sql("""
                        insert into rulebook.occurrence (id, obligation, period, unit, owners, verifiers, verified, opens_at, due_at,
                            closes_at, lapses_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(Arrays.asList(
                                id,
                                come.obligation().key(),
                                come.period(),
                                come.unit(),
                                come.owners().toArray(UUID[]::new),
                                holders.people(verifier, come.unit()).toArray(UUID[]::new),
                                verifier != null,
                                utc(come.opensAt()),
                                utc(come.dueAt()),
                                utc(come.closesAt()),
                                utc(come.lapsesAt())))
                        .update()
                > 0;
        if (isNew) {
            tidings.come(id, come.obligation(), come.period(), come.owners(), come.dueAt());
        }
    }

    /** Whoever has the position today has what is open, not whoever had it when it came. */
    private void refreshPeople(Obligation obligation) {
        jdbc
                .sql(
                        "select id, unit, owners, verifiers from rulebook.occurrence where obligation = ? and done_at is null")
                .param(obligation.key())
                .query((row, number) -> {
                    var unit = row.getObject("unit", UUID.class);
                    var owners = holders.people(obligation.owner(), unit);
                    var verifiers = holders.people(obligation.verifier(), unit);
                    var same = new HashSet<>(owners).equals(new HashSet<>(Occurrences.people(row, "owners")))
                            && new HashSet<>(verifiers).equals(new HashSet<>(Occurrences.people(row, "verifiers")));
                    return same || owners.isEmpty()
                            ? Optional.<List<Object>>empty()
                            : Optional.of(List.<Object>of(
                                    owners.toArray(UUID[]::new),
                                    verifiers.toArray(UUID[]::new),
                                    row.getObject("id", UUID.class)));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .forEach(change -> jdbc.sql("update rulebook.occurrence set owners = ?, verifiers = ? where id = ?")
                        .params(change)
                        .update());
    }

    /** When the last one opened. */
    private Map<Place, Instant> latest() {
        return jdbc
                .sql(
                        "select obligation, unit, max(opens_at) as opens_at from rulebook.occurrence group by obligation, unit")
                .query((row, number) -> Map.entry(
                        new Place(row.getString("obligation"), row.getObject("unit", UUID.class)),
                        Objects.requireNonNull(Columns.instant(row, "opens_at"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable Object utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
