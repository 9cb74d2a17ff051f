package zhangfa.notification.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.notification.Channel;
import zhangfa.notification.Ladder;
import zhangfa.notification.Notifications;
import zhangfa.notification.Urgency;
import zhangfa.notification.preference.Ladders;

/** After a message was said: asks each open channel where it goes, and makes a delivery of each place, once. What climbs waits for its rung. */
@Component
class FanOut implements JobHandler {

    private final List<Channel> channels;
    private final Deliveries deliveries;
    private final Ladders ladders;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FanOut(
            List<Channel> channels,
            Deliveries deliveries,
            Ladders ladders,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.ladders = ladders;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String kind() {
        return Notifications.FAN_OUT;
    }

    @Override
    public void run(Job job) {
        var id = UUID.fromString(job.id());
        var message = jdbc.sql("select id, kind, urgency from notification.message where id = ?")
                .param(id)
                .query((row, number) -> new Channel.Notable(
                        id,
                        row.getString("kind"),
                        Urgency.valueOf(row.getString("urgency").toUpperCase(Locale.ROOT))))
                .single();
        var people = Set.copyOf(jdbc.sql("select person from notification.notice where message = ?")
                .param(id)
                .query(UUID.class)
                .list());
        var later = ladders.of(message.kind()).map(Ladder::rungs).orElse(List.of());
        transaction.executeWithoutResult(status -> channels.stream()
                .filter(channel -> channel.isOpen() && !later.contains(channel.name()))
                .forEach(channel -> channel.targets(message, people)
                        .forEach(target -> deliveries.make(id, channel.name(), target))));
    }
}
