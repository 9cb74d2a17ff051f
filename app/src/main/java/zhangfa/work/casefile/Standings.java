package zhangfa.work.casefile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.calendar.Calendars;
import zhangfa.process.CaseFile;
import zhangfa.process.Precedents;
import zhangfa.process.TaskItem;
import zhangfa.work.inbox.Rows;

/** Tells where a case is, and when to expect its end by how long others of its kind took. */
@Component
class Standings {

    /** Fewer say nothing of what is usual. */
    private static final int ENOUGH = 5;

    /** What is done faster needs no forecast. */
    private static final Duration SOON = Duration.ofHours(1);

    private final Precedents precedents;
    private final Calendars calendars;
    private final Rows rows;
    private final Clock clock;

    Standings(Precedents precedents, Calendars calendars, Rows rows, Clock clock) {
        this.precedents = precedents;
        this.calendars = calendars;
        this.rows = rows;
        this.clock = clock;
    }

    @Nullable
    Standing of(CaseFile file) {
        if (!file.isRunning()) {
            return null;
        }
        var open = file.openTasks();
        var holders = open.stream()
                .flatMap(task -> task.seats().stream())
                .distinct()
                .map(rows::name)
                .toList();
        var since = open.stream().map(TaskItem::createdAt).min(Instant::compareTo);
        return expecting(file, Standing.with(holders, since.orElse(file.startedAt())));
    }

    private Standing expecting(CaseFile file, Standing standing) {
        var calendar = calendars.forUnit(file.unit());
        var lengths = precedents.lifetimes(file.process()).stream()
                .map(one -> calendar.workingTimeBetween(one.from(), one.until()))
                .sorted()
                .toList();
        var usual = lengths.size() < ENOUGH ? Duration.ZERO : lengths.get(lengths.size() / 2);
        if (usual.compareTo(SOON) < 0) {
            return standing;
        }
        return standing.expecting(usual, calendar.workday(), calendar.plus(file.startedAt(), usual), clock.instant());
    }
}
