package zhangfa.process.overdue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.flow.FlowModel;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.Eyes;
import zhangfa.process.Overdue;
import zhangfa.process.Processes;
import zhangfa.process.definition.Definitions;
import zhangfa.process.desk.Moments;

/** Reads late tasks and counts them, for whoever answers for them. */
@Component
class LateTasks implements Overdue {

    private static final int BADGE = 100;

    private static final String ROWS = "select t.id, t.step, t.candidates, t.assignee, t.accountable, t.due_at,"
            + " c.id as case_id, c.number, c.title, c.process, c.version, c.unit, " + Eyes.SEES + " as seen "
            + Duty.LATE + " and (t.due_at, t.id) > (:at, :id) order by t.due_at, t.id limit :rows";

    private static final String COUNTS =
            "select coalesce(t.assignee, t.accountable) as person, c.process, count(*) as count, min(t.due_at) as oldest "
                    + Duty.LATE + " group by 1, 2";

    private final JdbcClient jdbc;
    private final Duty duty;
    private final Definitions definitions;
    private final Organization organization;
    private final Clock clock;

    LateTasks(JdbcClient jdbc, Duty duty, Definitions definitions, Organization organization, Clock clock) {
        this.jdbc = jdbc;
        this.duty = duty;
        this.definitions = definitions;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Account who) {
        return duty.concerns(who);
    }

    @Override
    public Listing<Late> list(Account who, Filter filter, Window window) {
        return list(parameters(who, filter, false), window);
    }

    /** What somebody answers for by their post, without what they may look at besides. */
    Listing<Late> ofPost(Account who, Window window) {
        return list(parameters(who, Filter.ANY, true), window);
    }

    private Listing<Late> list(Map<String, @Nullable Object> parameters, Window window) {
        var from = Moments.since(window.after());
        parameters.put("at", Timestamp.from(from.at()));
        parameters.put("id", from.id());
        parameters.put("rows", window.rows());
        var rows = jdbc.sql(ROWS)
                .params(parameters)
                .query((row, number) -> late(row))
                .list();
        return Listing.of(rows, window.size(), late -> Moments.cursor(late.dueAt(), late.task()))
                .counted(
                        window,
                        () -> jdbc.sql("select count(*) " + Duty.LATE)
                                .params(parameters)
                                .query(Long.class)
                                .single());
    }

    @Override
    public List<Tally> tally(Account who, By by, Filter filter) {
        return tally(parameters(who, filter, false), by);
    }

    List<Tally> ofPost(Account who, By by) {
        return tally(parameters(who, Filter.ANY, true), by);
    }

    private List<Tally> tally(Map<String, @Nullable Object> parameters, By by) {
        record Part(UUID person, String process, int count, Instant oldest) {}
        var tallies = new HashMap<String, Tally>();
        for (var part : jdbc.sql(COUNTS)
                .params(parameters)
                .query((row, number) -> new Part(
                        row.getObject("person", UUID.class),
                        row.getString("process"),
                        row.getInt("count"),
                        instant(row, "oldest")))
                .list()) {
            var tally = switch (by) {
                case PERSON -> new Tally(part.person().toString(), name(part.person()), part.count(), part.oldest());
                case UNIT -> ofUnit(part.person(), part.count(), part.oldest());
                case PROCESS -> new Tally(part.process(), processName(part.process()), part.count(), part.oldest());
            };
            tallies.merge(tally.key(), tally, LateTasks::sum);
        }
        return tallies.values().stream()
                .sorted(Comparator.comparing(Tally::count)
                        .reversed()
                        .thenComparing(Tally::oldest)
                        .thenComparing(Tally::key))
                .toList();
    }

    @Override
    public int count(Account who) {
        if (!duty.concerns(who)) {
            return 0;
        }
        return jdbc.sql("select count(*) from (select 1 " + Duty.LATE + " limit " + BADGE + ") counted")
                .params(parameters(who, Filter.ANY, false))
                .query(Integer.class)
                .single();
    }

    private Map<String, @Nullable Object> parameters(Account who, Filter filter, boolean byPost) {
        if (!duty.concerns(who)) {
            throw Refusal.notAllowed();
        }
        var parameters = duty.of(who, filter, byPost);
        parameters.put("now", Timestamp.from(clock.instant()));
        return parameters;
    }

    private Late late(ResultSet row) throws SQLException {
        var definition = definitions.version(row.getString("process"), row.getInt("version"));
        var locale = LocaleContextHolder.getLocale();
        var step = row.getString("step");
        var assignee = row.getObject("assignee", UUID.class);
        var of = new Late.Of(row.getObject("case_id", UUID.class), row.getString("number"), row.getString("title"));
        return new Late(
                row.getObject("id", UUID.class),
                row.getBoolean("seen") ? of : null,
                definition.key(),
                definition.version(),
                definition.name(locale),
                Processes.articlesOf(definition.articles()),
                step,
                step.equals(FlowModel.INITIATOR) ? null : definition.stepName(step, locale),
                assignee == null
                        ? Arrays.asList((UUID[]) row.getArray("candidates").getArray())
                        : List.of(assignee),
                assignee == null ? row.getObject("accountable", UUID.class) : assignee,
                row.getObject("unit", UUID.class),
                instant(row, "due_at"));
    }

    private Tally ofUnit(UUID person, int count, Instant oldest) {
        return organization
                .person(person)
                .map(Person::unit)
                .flatMap(organization::unit)
                .map(unit -> new Tally(unit.id().toString(), unit.name(), count, oldest))
                .orElseGet(() -> new Tally("", "—", count, oldest));
    }

    private static Tally sum(Tally one, Tally other) {
        return new Tally(
                one.key(),
                one.name(),
                one.count() + other.count(),
                one.oldest().isBefore(other.oldest()) ? one.oldest() : other.oldest());
    }

    private String name(UUID person) {
        return organization.person(person).map(Person::name).orElse("—");
    }

    private String processName(String key) {
        return definitions
                .current(key)
                .map(definition -> definition.name(LocaleContextHolder.getLocale()))
                .orElse(key);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Timestamp.class).toInstant();
    }
}
