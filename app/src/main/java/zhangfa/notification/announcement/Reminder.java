package zhangfa.notification.announcement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.job.Job;
import zhangfa.notification.Message;
import zhangfa.notification.Urgency;

/** What is said about an announcement in its course, in the order in which an urgent one escalates. */
enum Reminder {
    PUBLISHED(0, "notification.announced"),
    URGED(0, "notification.announcement-urged"),
    /** Urgent and not confirmed for a while: said again, by every channel. */
    AGAIN(1, "notification.announcement-again"),
    /** Still not: their heads are told, so that somebody calls them. */
    HEADS(2, "notification.announcement-heads"),
    /** The day by which it must be confirmed is over. */
    OVERDUE(3, "notification.announcement-overdue");

    static final String JOB = "notification.announcement";
    static final String KIND = "announcement";

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final int number;
    private final String words;

    Reminder(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /** How far an announcement has gone with this one. */
    int number() {
        return number;
    }

    Message message(UUID announcement, String title, boolean urgent, Set<UUID> to, Object... further) {
        var arguments = new ArrayList<Object>();
        arguments.add(title);
        arguments.addAll(List.of(further));
        return new Message(
                KIND,
                to,
                words,
                arguments,
                null,
                "/announcements/" + announcement,
                null,
                urgent ? Urgency.URGENT : Urgency.NORMAL,
                List.of());
    }

    /** The jobs of an announcement that is published now. */
    static List<Job> due(UUID id, Instant now, boolean urgent, @Nullable Instant readBy) {
        var jobs = new ArrayList<Job>();
        if (urgent) {
            jobs.add(AGAIN.job(id, now.plus(PATIENCE)));
            jobs.add(HEADS.job(id, now.plus(PATIENCE.multipliedBy(3))));
        }
        if (readBy != null) {
            jobs.add(OVERDUE.job(id, readBy));
        }
        return jobs;
    }

    private Job job(UUID id, Instant at) {
        return new Job(JOB, id + " " + name(), at, "");
    }
}
