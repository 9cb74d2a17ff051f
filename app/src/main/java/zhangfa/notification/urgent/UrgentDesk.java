package zhangfa.notification.urgent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.notification.Message;
import zhangfa.notification.MessageKind;
import zhangfa.notification.MessageKinds;
import zhangfa.notification.Notifications;
import zhangfa.notification.OpenPages;
import zhangfa.notification.UrgentNoticeAcknowledged;
import zhangfa.notification.UrgentNotices;
import zhangfa.notification.preference.Ladders;

/** Where urgent notices are raised and acknowledged. */
@Component
public class UrgentDesk implements UrgentNotices {

    static final String UNHEARD = "urgent.unheard";

    private final Notifications notifications;
    private final Ladders ladders;
    private final Climbs climbs;
    private final JdbcClient jdbc;
    private final OpenPages pages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UrgentDesk(
            Notifications notifications,
            Ladders ladders,
            Climbs climbs,
            JdbcClient jdbc,
            OpenPages pages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notifications = notifications;
        this.ladders = ladders;
        this.climbs = climbs;
        this.jdbc = jdbc;
        this.pages = pages;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    static MessageKinds kindOfTheUnheard() {
        return MessageKinds.of(new MessageKind(UNHEARD, 79, true));
    }

    @Override
    @Transactional
    public void raise(Message message) {
        var ladder = ladders.of(message.kind())
                .orElseThrow(() -> new IllegalArgumentException(message.kind() + " has no ladder"));
        notifications.send(message).forEach(id -> climbs.begin(id, message.to(), ladder));
    }

    /** Whoever acknowledges has read it; the climb ends. Once more changes nothing. */
    @Transactional
    public void acknowledge(UUID message, Account who) {
        var asked = jdbc.sql("select exists (select 1 from notification.climb where message = ? and person = ?)")
                .params(message, who.id())
                .query(Boolean.class)
                .single();
        if (!asked) {
            throw Refusal.notThere();
        }
        var now = Timestamp.from(clock.instant());
        var first = jdbc.sql("""
                        update notification.notice set acknowledged_at = ?, read_at = coalesce(read_at, ?)
                        where message = ? and person = ? and acknowledged_at is null""").params(now, now, message, who.id()).update();
        if (first > 0) {
            climbs.end(message, Set.of(who.id()));
            events.publishEvent(new UrgentNoticeAcknowledged(message, who.id()));
            pages.tellAfterCommit(List.of(who.id()));
        }
    }

    private record Line(UUID id, Instant at, @Nullable String remark, Receipt receipt) {}

    @Override
    public List<Raised> about(UUID caseId) {
        var lines =
                jdbc.sql("""
                        select m.id, m.at, m.remark, n.person, n.read_at, n.acknowledged_at, b.rung
                        from notification.message m join notification.notice n on n.message = m.id
                        join notification.climb b on b.message = n.message and b.person = n.person
                        where m.case_id = ? and m.urgency = 'urgent' order by m.id desc, n.acknowledged_at nulls first, n.person""").param(caseId).query((row, number) -> line(row)).list();
        var raised = new LinkedHashMap<UUID, Raised>();
        for (var line : lines) {
            raised.computeIfAbsent(
                            line.id(),
                            id -> new Raised(
                                    id, line.at(), Objects.requireNonNullElse(line.remark(), ""), new ArrayList<>()))
                    .receipts()
                    .add(line.receipt());
        }
        return List.copyOf(raised.values());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("remark"),
                new Receipt(
                        row.getObject("person", UUID.class),
                        instant(row, "read_at"),
                        instant(row, "acknowledged_at"),
                        row.getString("rung")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
