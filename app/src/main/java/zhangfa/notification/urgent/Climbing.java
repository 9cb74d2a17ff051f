package zhangfa.notification.urgent;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.notification.Ladder;
import zhangfa.notification.UrgentNoticeEscalated;
import zhangfa.notification.preference.Ladders;
import zhangfa.notification.urgent.Climbs.Climb;

/** Lets a notice that nobody acknowledged climb to the next rung at which somebody can be reached, each rung once. */
@Component
class Climbing implements JobHandler {

    private final Climbs climbs;
    private final Ladders ladders;
    private final Rungs rungs;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Climbing(
            Climbs climbs,
            Ladders ladders,
            Rungs rungs,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.climbs = climbs;
        this.ladders = ladders;
        this.rungs = rungs;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Climbs.KIND;
    }

    @Override
    public void run(Job job) {
        var ids = Climbs.idsOf(job);
        transaction.executeWithoutResult(
                status -> climbs.open(ids.getFirst(), ids.getLast()).ifPresent(this::go));
    }

    private void go(Climb climb) {
        if (climb.nextAt().isAfter(clock.instant())) {
            climbs.putOff(climb);
        } else {
            ladders.of(climb.kind()).ifPresent(ladder -> up(climb, ladder));
        }
    }

    private void up(Climb climb, Ladder ladder) {
        for (int at = climb.rungs(); at < ladder.rungs().size(); at++) {
            var rung = ladder.rungs().get(at);
            if (rungs.reach(rung, climb)) {
                climbs.reached(climb, at + 1, rung, ladder);
                events.publishEvent(new UrgentNoticeEscalated(climb.message(), climb.person(), rung));
                return;
            }
        }
        climbs.reached(climb, ladder.rungs().size(), null, ladder);
    }
}
