package zhangfa.process.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.calendar.CalendarShift;
import zhangfa.calendar.CalendarShift.Swap;
import zhangfa.calendar.MovingClock;
import zhangfa.calendar.RunningClocks;
import zhangfa.flow.FlowCommand;
import zhangfa.flow.FlowSpan;
import zhangfa.flow.FlowTimer;
import zhangfa.flow.FlowTimer.Purpose;
import zhangfa.organization.Organization;
import zhangfa.process.run.CaseRows.Numbered;

/**
 * The time limits of running cases when calendars change: what was counted stays counted, what is left is counted on the new
 * calendar, and the case's journal says what moved.
 */
@Component
class CaseClocks implements RunningClocks {

    private final CaseRows rows;
    private final Runs runs;
    private final Commits commits;
    private final Organization organization;

    CaseClocks(CaseRows rows, Runs runs, Commits commits, Organization organization) {
        this.rows = rows;
        this.runs = runs;
        this.commits = commits;
        this.organization = organization;
    }

    @Override
    public List<MovingClock> moving(CalendarShift shift) {
        return rows.withTimers(shift.units().keySet(), false).stream()
                .flatMap(one -> clocks(one, shift))
                .sorted(Comparator.comparing(MovingClock::from, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private Stream<MovingClock> clocks(Numbered one, CalendarShift shift) {
        var moved = moved(one.row(), shift);
        return one.row().state().timers().stream()
                .filter(timer -> timer.purpose() == Purpose.LIMIT && moved.containsKey(timer.number()))
                .map(timer -> new MovingClock(
                        one.number(), timer.due(), timer.due() == null ? null : moved.get(timer.number())));
    }

    @Override
    public void move(CalendarShift shift) {
        for (var one : rows.withTimers(shift.units().keySet(), true)) {
            var row = one.row();
            var times = moved(row, shift);
            if (!times.isEmpty()) {
                var run = runs.of(row, Run.Said.byNobody(shift.at()));
                run.apply(new FlowCommand.Move(
                        run.said().command(), shift.at(), run.said().by(), times));
                commits.go(run, null);
            }
        }
    }

    /** Where the timers of a case that count working time come to lie; only those that move. */
    private Map<Integer, Instant> moved(CaseRow row, CalendarShift shift) {
        var times = new HashMap<Integer, Instant>();
        for (var timer : row.state().timers()) {
            var swap =
                    timer.span().unit() == FlowSpan.Unit.WORKING && timer.isPending() ? swap(timer, row, shift) : null;
            if (swap != null) {
                var before = Objects.requireNonNull(
                        timer.rest() == null ? timer.due() : timer.rest().until());
                var since = timer.rest() == null ? shift.at() : timer.rest().since();
                var after = before.isAfter(since) ? counted(since, before, swap) : before;
                if (!after.equals(before)) {
                    times.put(timer.number(), after);
                }
            }
        }
        return times;
    }

    private static Instant counted(Instant since, Instant until, Swap swap) {
        return swap.becomes().plus(since, swap.was().workingTimeBetween(since, until));
    }

    private @Nullable Swap swap(FlowTimer timer, CaseRow row, CalendarShift shift) {
        var name = timer.span().calendar();
        var unit = name == null
                ? row.unit()
                : organization.unitKeyed(name).map(named -> named.id()).orElse(null);
        return unit == null ? shift.company() : shift.forUnit(unit).orElse(null);
    }
}
