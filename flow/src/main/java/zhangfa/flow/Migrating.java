package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Migrate;
import zhangfa.flow.FlowMigration.Obstacle;

/** A case goes over to a new version of its model: what it waits for is what the new version says. */
final class Migrating {

    private final Course course;
    private final Moving moving;
    private final FlowMigration migration;

    Migrating(Course course, Moving moving, FlowMigration migration) {
        this.course = course;
        this.moving = moving;
        this.migration = migration;
    }

    static void carryOut(Course course, Moving moving, Migrate command) {
        new Migrating(course, moving, command.migration()).migrate();
    }

    private void migrate() {
        if (migration.to() != course.model) {
            throw new IllegalArgumentException("The model that the case goes over to decides it");
        }
        var before = course.state();
        var obstacles = migration.obstacles(before);
        if (!obstacles.isEmpty()) {
            var told = obstacles.stream().map(Obstacle::message).distinct().collect(Collectors.joining("; "));
            throw new CommandRefused(Reason.NOT_ALLOWED, told);
        }
        course.happen(migration.event(before));
        // Whether it is still stuck is asked anew.
        course.state().incidents().stream()
                .filter(incident -> incident.kind() == FlowIncident.Kind.STUCK)
                .forEach(incident -> course.happen(new FlowEvent.IncidentResolved(incident.number())));
        var open = new ArrayList<Integer>(List.of(0));
        before.visits().stream()
                .filter(visit -> !visit.isDone())
                .map(Visit::number)
                .forEach(open::add);
        open.forEach(visit -> events(before, visit));
        course.state().activities().stream().filter(one -> !one.isDone()).forEach(this::limit);
        moving.settle();
    }

    /** Events that are gone are waited for no longer, those that are new from now on. */
    private void events(FlowState before, int visit) {
        var arming = new Arming(course);
        var known = new TreeSet<String>();
        for (var old : Arming.events(migration.from().graph(), before, visit)) {
            var next = migration.next(old.id());
            if (next != null) {
                known.add(next);
            }
        }
        var events = isInterrupted(visit) ? List.<Node>of() : Arming.events(course.graph(), course.state(), visit);
        var state = course.state();
        for (var timer : state.timers()) {
            if (timer.visit() == visit && timer.purpose() == FlowTimer.Purpose.EVENT) {
                var stays = Copies.any(
                        events, event -> event.id().equals(timer.node()) && event.trigger() instanceof Alarm);
                if (!stays) {
                    known.remove(timer.node());
                    course.happen(new FlowEvent.TimerDropped(timer.number()));
                }
            }
        }
        for (var one : state.subscriptions()) {
            if (one.visit() == visit
                    && !Copies.any(events, event -> event.id().equals(one.node()) && one.isOf(event.trigger()))) {
                known.remove(one.node());
                course.happen(new FlowEvent.SubscriptionClosed(one.number()));
            }
        }
        arming.more(Copies.where(events, event -> !known.contains(event.id())), visit);
    }

    /** In place of what is around an event sub-process that has begun nothing else begins. */
    private boolean isInterrupted(int scope) {
        var graph = course.graph();
        return Copies.any(
                course.state().visits(),
                visit -> visit instanceof Scope begun
                        && !begun.isDone()
                        && begun.from() == scope
                        && graph.node(begun.sub()).kind() == Node.Kind.EVENT_SUB
                        && graph.start(begun.sub()).catching().interrupting());
    }

    /** Time that runs runs on; where there was none it begins, and where there is none any more it is over. */
    private void limit(Activity activity) {
        if (course.model.step(activity.step()).limit() != null) {
            if (!course.state().tasksOf(activity.number()).isEmpty()) {
                new Timing(course, moving).begin(activity);
            }
            return;
        }
        course.state().timers().stream()
                .filter(timer -> timer.visit() == activity.number() && timer.purpose() != FlowTimer.Purpose.EVENT)
                .forEach(timer -> course.happen(new FlowEvent.TimerDropped(timer.number())));
    }
}
