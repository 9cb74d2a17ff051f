package zhangfa.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.calendar.ClockEntry.Kind;

/**
 * A time limit that counts working time only, as its ledger says: started, paused with a reason, resumed, stopped, its limit
 * or its calendar changed on the way. {@link #of} is the one way from a ledger to a clock; what people do with a clock answers
 * the next entry, which its owner keeps and the clock does not.
 *
 * <p>Every entry counts with the calendar that held until then, so a change keeps what was counted, and only what is left lies
 * elsewhere. An entry is never before the last one: a node whose time is a little behind counts nothing instead of backwards.
 *
 * @param counted working time up to the last entry
 * @param since the instant of the last entry
 * @param warn when to warn; past where it was reached, null while paused before it
 * @param due when the limit is reached; past where it was, null while paused before it
 * @param reason why it is paused or was stopped; null while it runs
 */
public record WorkingClock(
        State state,
        Limit limit,
        Duration counted,
        Instant since,
        @Nullable Instant warn,
        @Nullable Instant due,
        @Nullable String reason) {

    /** Whether it counts. */
    public enum State {
        RUNNING,
        PAUSED,
        STOPPED
    }

    /** What a change did to the due time; null where the clock was or is paused before it. */
    public record Move(@Nullable Instant from, @Nullable Instant to) {}

    /**
     * The first entry of a new clock.
     */
    public static ClockEntry start(Instant at, Limit limit, BusinessCalendar calendar) {
        return fresh(at, limit).next(Kind.STARTED, at, null, calendar, calendar);
    }

    /**
     * The clock that a ledger describes: the fold of its entries.
     *
     * @param entries in order, the first of them {@link Kind#STARTED}
     */
    public static WorkingClock of(List<ClockEntry> entries) {
        var first = entries.getFirst();
        if (first.kind() != Kind.STARTED
                || entries.stream()
                                .map(ClockEntry::kind)
                                .filter(Kind.STARTED::equals)
                                .count()
                        > 1) {
            throw new IllegalStateException("A clock starts with its first entry, and only then");
        }
        var clock = fresh(first.at(), first.limit());
        for (var entry : entries) {
            clock = clock.after(entry);
        }
        return clock;
    }

    /**
     * Stands still from now on, for this reason.
     *
     * @throws IllegalStateException unless it is running
     */
    public ClockEntry pause(Instant at, String reason, BusinessCalendar calendar) {
        demand(state == State.RUNNING, "pause");
        return next(Kind.PAUSED, at, reason, calendar, calendar);
    }

    /**
     * Counts again.
     *
     * @throws IllegalStateException unless it is paused
     */
    public ClockEntry resume(Instant at, BusinessCalendar calendar) {
        demand(state == State.PAUSED, "resume");
        return next(Kind.RESUMED, at, null, calendar, calendar);
    }

    /**
     * What it measured is done, or is no longer wanted.
     *
     * @throws IllegalStateException where it was stopped before
     */
    public ClockEntry stop(Instant at, @Nullable String reason, BusinessCalendar calendar) {
        demand(state != State.STOPPED, "stop");
        return next(Kind.STOPPED, at, reason, calendar, calendar);
    }

    /**
     * Another rule holds from now on. Where more was counted than it allows, the limit is reached now.
     *
     * @throws IllegalStateException where it was stopped before
     */
    public ClockEntry changeLimit(Instant at, Limit limit, String reason, BusinessCalendar calendar) {
        demand(state != State.STOPPED, "change the limit of");
        return new WorkingClock(state, limit, counted, since, warn, due, this.reason)
                .next(Kind.LIMIT_CHANGED, at, reason, calendar, calendar);
    }

    /**
     * Another calendar holds from now on: what was counted by the old one stays, what is left is counted by the new one.
     *
     * @throws IllegalStateException where it was stopped before
     */
    public ClockEntry changeCalendar(Instant at, String reason, BusinessCalendar was, BusinessCalendar becomes) {
        demand(state != State.STOPPED, "change the calendar of");
        return next(Kind.CALENDAR_CHANGED, at, reason, was, becomes);
    }

    /** What such an entry of this clock moves. */
    public Move moved(ClockEntry change) {
        return new Move(due, change.due());
    }

    /** Working time counted until then. */
    public Duration countedAt(Instant at, BusinessCalendar calendar) {
        return counted.plus(stretch(at, calendar));
    }

    /** Working time left until the limit; negative by as much as the limit is overrun. */
    public Duration leftAt(Instant at, BusinessCalendar calendar) {
        return limit.time().minus(countedAt(at, calendar));
    }

    /** Working time beyond the limit; zero where it is kept. */
    public Duration overrunAt(Instant at, BusinessCalendar calendar) {
        var left = leftAt(at, calendar);
        return left.isNegative() ? left.negated() : Duration.ZERO;
    }

    /** Whether the limit lies before then; it needs no calendar, so lists can ask it of each row. */
    public boolean overdueAt(Instant at) {
        var limited = due;
        return limited != null && (state == State.STOPPED ? since : at).isAfter(limited);
    }

    private WorkingClock after(ClockEntry entry) {
        var becomes = after(entry.kind());
        return new WorkingClock(
                becomes,
                entry.limit(),
                counted.plus(entry.counted()),
                entry.at(),
                entry.warn(),
                entry.due(),
                becomes == state ? reason : entry.reason());
    }

    private State after(Kind kind) {
        return switch (kind) {
            case STARTED, RESUMED -> State.RUNNING;
            case PAUSED -> State.PAUSED;
            case STOPPED -> State.STOPPED;
            case LIMIT_CHANGED, CALENDAR_CHANGED -> state;
        };
    }

    private ClockEntry next(
            Kind kind, Instant when, @Nullable String reason, BusinessCalendar was, BusinessCalendar becomes) {
        var at = when.isBefore(since) ? since : when;
        var more = stretch(at, was);
        var sum = counted.plus(more);
        var mark = new Marking(at, sum, after(kind) == State.RUNNING ? becomes : null);
        return new ClockEntry(
                kind, at, more, limit, mark.of(limit.warning(), warn), mark.of(limit.time(), due), reason);
    }

    /** When a mark of working time is, seen from one entry; without a calendar it does not come nearer. */
    private record Marking(
            Instant at, Duration counted, @Nullable BusinessCalendar calendar) {

        @Nullable
        Instant of(Duration wanted, @Nullable Instant known) {
            var left = wanted.minus(counted);
            if (left.isPositive()) {
                return calendar == null ? null : calendar.plus(at, left);
            }
            return known != null && known.isBefore(at) ? known : at;
        }
    }

    private Duration stretch(Instant at, BusinessCalendar calendar) {
        return state == State.RUNNING && at.isAfter(since) ? calendar.workingTimeBetween(since, at) : Duration.ZERO;
    }

    private static WorkingClock fresh(Instant at, Limit limit) {
        return new WorkingClock(State.RUNNING, limit, Duration.ZERO, at, null, null, null);
    }

    private void demand(boolean allowed, String verb) {
        if (!allowed) {
            throw new IllegalStateException("Cannot " + verb + " a clock that is " + state);
        }
    }
}
