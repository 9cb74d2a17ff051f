package zhangfa.notification.delivery;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.notification.Channel;

/** Sends one delivery; how it went stands in the delivery log, which is also where one that failed for good waits. */
@Component
class Sending implements JobHandler {

    private final List<Channel> channels;
    private final Deliveries deliveries;

    Sending(List<Channel> channels, Deliveries deliveries) {
        this.channels = channels;
        this.deliveries = deliveries;
    }

    @Override
    public String kind() {
        return Deliveries.SENDING;
    }

    @Override
    public void run(Job job) throws Exception {
        var id = UUID.fromString(job.id());
        var found = deliveries.waiting(id);
        if (found.isEmpty()) {
            return;
        }
        try {
            channel(found.get().channel()).send(found.get().outgoing());
        } catch (Exception e) {
            if (deliveries.failed(id, words(e), retries().attempts())) {
                throw e;
            }
            return;
        }
        deliveries.sent(id);
    }

    private Channel channel(String name) {
        return channels.stream()
                .filter(channel -> channel.name().equals(name) && channel.isOpen())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The channel " + name + " is not set up"));
    }

    private static String words(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
