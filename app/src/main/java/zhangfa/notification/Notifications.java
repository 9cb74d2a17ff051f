package zhangfa.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.database.Keys;
import zhangfa.database.RoundTrip;
import zhangfa.database.With;
import zhangfa.job.Job;
import zhangfa.job.Jobs;

/**
 * The door to saying something to people. A message belongs to the transaction of what it tells about: then it is in the
 * centre of each recipient, once, and their open pages follow after the commit.
 */
@Component
public class Notifications {

    /** The kind of the jobs that take a message to the channels out of the product. */
    public static final String FAN_OUT = "notification.fan-out";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final DataSource database;
    private final OpenPages pages;
    private final Supplier<List<Channel>> channels;
    private final Clock clock;

    Notifications(
            JdbcClient jdbc, DataSource database, OpenPages pages, ObjectProvider<Channel> channels, Clock clock) {
        this.jdbc = jdbc;
        this.database = database;
        this.pages = pages;
        this.channels = SingletonSupplier.of(() -> channels.stream().toList());
        this.clock = clock;
    }

    @Transactional
    public List<UUID> send(Message... messages) {
        var trip = new RoundTrip();
        var ids = send(List.of(messages), trip);
        if (!trip.isEmpty()) {
            trip.run(database);
        }
        return ids;
    }

    /** Adds the messages to a round trip of the caller, inside a transaction, and tells their ids; those to nobody are left out. */
    public List<UUID> send(Collection<Message> messages, RoundTrip trip) {
        var spoken =
                messages.stream().filter(message -> !message.to().isEmpty()).toList();
        var ids = new ArrayList<UUID>();
        for (var load : RoundTrip.loads(spoken)) {
            ids.addAll(keep(load, trip));
        }
        return ids;
    }

    private List<UUID> keep(List<Message> messages, RoundTrip trip) {
        var values = new ArrayList<@Nullable Object>();
        var people = new ArrayList<UUID>();
        var heard = new ArrayList<List<Object>>();
        var jobs = new ArrayList<Job>();
        var ids = new ArrayList<UUID>();
        var now = clock.instant();
        for (var message : messages) {
            var id = Keys.next();
            ids.add(id);
            values.addAll(columns(id, message, now));
            people.addAll(message.to());
            message.to().forEach(person -> heard.add(List.of(person, id)));
            jobs.add(new Job(FAN_OUT, id.toString(), now, ""));
        }
        var statement = new With();
        statement.add(
                "insert into notification.message (id, kind, urgency, words, arguments, remark, link, case_id, at, items) values "
                        + RoundTrip.rows(
                                "(?::uuid, ?, ?, ?, ?::json, ?, ?, ?::uuid, ?::timestamptz, ?::json)", messages.size()),
                values.toArray());
        for (var load : RoundTrip.loads(heard)) {
            statement.add(
                    "insert into notification.notice (person, message) values "
                            + RoundTrip.rows("(?::uuid, ?::uuid)", load.size()),
                    load.stream().flatMap(List::stream).toArray());
        }
        statement.end(trip);
        pages.tellAfterCommit(people);
        if (channels.get().stream().anyMatch(Channel::isOpen)) {
            Jobs.schedule(jobs, trip);
        }
        return ids;
    }

    /** Whoever looks at the case itself has seen what was said to them about it. */
    @Transactional
    public void seen(UUID person, UUID caseId) {
        var seen = jdbc.sql("""
                        update notification.notice n set read_at = now() from notification.message m
                        where n.person = ? and n.read_at is null and m.id = n.message and m.case_id = ?""").params(person, caseId).update();
        if (seen > 0) {
            pages.tellAfterCommit(List.of(person));
        }
    }

    private static List<@Nullable Object> columns(UUID id, Message message, Instant now) {
        return Arrays.asList(
                id,
                message.kind(),
                message.urgency().name().toLowerCase(Locale.ROOT),
                message.words(),
                JSON.writeValueAsString(message.arguments()),
                message.remark(),
                message.link(),
                message.caseId(),
                now,
                message.items().isEmpty() ? null : JSON.writeValueAsString(message.items()));
    }
}
