package zhangfa.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.database.Keys;
import zhangfa.database.RoundTrip;
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

    private static final String KEEPING = """
            with said as (
                insert into notification.message
                select * from json_populate_recordset(null::notification.message, ?::json) returning id)
            insert into notification.notice (person, message)
            select asked.person, said.id
            from json_to_recordset(?::json) as asked (person uuid, message uuid) join said on said.id = asked.message""";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final DataSource database;
    private final OpenPages pages;
    private final ObjectProvider<Channel> channels;
    private final Clock clock;

    Notifications(
            JdbcClient jdbc, DataSource database, OpenPages pages, ObjectProvider<Channel> channels, Clock clock) {
        this.jdbc = jdbc;
        this.database = database;
        this.pages = pages;
        this.channels = channels;
        this.clock = clock;
    }

    @Transactional
    public void send(Message... messages) {
        var trip = new RoundTrip();
        send(List.of(messages), trip);
        if (!trip.isEmpty()) {
            trip.run(database);
        }
    }

    /** Adds the messages to a round trip of the caller, inside a transaction; those to nobody are left out. */
    public void send(Collection<Message> messages, RoundTrip trip) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        var notices = new ArrayList<Map<String, Object>>();
        var people = new HashSet<UUID>();
        var jobs = new ArrayList<Job>();
        var now = clock.instant();
        for (var message : messages) {
            if (!message.to().isEmpty()) {
                var id = Keys.next();
                rows.add(row(id, message, now));
                message.to().forEach(person -> notices.add(Map.of("person", person, "message", id)));
                people.addAll(message.to());
                jobs.add(new Job(FAN_OUT, id.toString(), now, ""));
            }
        }
        if (!rows.isEmpty()) {
            trip.add(KEEPING, JSON.writeValueAsString(rows), JSON.writeValueAsString(notices));
            pages.tellAfterCommit(people);
            if (channels.stream().anyMatch(Channel::isOpen)) {
                Jobs.schedule(jobs, trip);
            }
        }
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

    private Map<String, @Nullable Object> row(UUID id, Message message, Instant now) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", id);
        row.put("kind", message.kind());
        row.put("urgency", message.urgency().name().toLowerCase(Locale.ROOT));
        row.put("words", message.words());
        row.put("arguments", message.arguments());
        row.put("remark", message.remark());
        row.put("link", message.link());
        row.put("case_id", message.caseId());
        row.put("at", now.toString());
        row.put("items", message.items().isEmpty() ? null : message.items());
        return row;
    }
}
