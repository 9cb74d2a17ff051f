package zhangfa.process.run;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.calendar.BusinessCalendar;
import zhangfa.calendar.Calendars;
import zhangfa.calendar.WorkingTime;
import zhangfa.flow.FlowSpan;
import zhangfa.flow.FlowSpan.Unit;
import zhangfa.flow.FlowTask;
import zhangfa.flow.FlowTimer;
import zhangfa.organization.Organization;
import zhangfa.process.definition.Spans;

/** Counts the times of a case on its unit's calendar, and knows who hears of a task whose time is over. */
@Component
class Deadlines {

    private final Calendars calendars;
    private final Organization organization;
    private final PeopleRules rules;

    Deadlines(Calendars calendars, Organization organization, PeopleRules rules) {
        this.calendars = calendars;
        this.organization = organization;
        this.rules = rules;
    }

    /** When this timer of a case of that unit is due. */
    Instant due(FlowTimer timer, UUID unit) {
        var calendar = calendar(timer.span(), unit);
        var rest = timer.rest();
        if (rest != null) {
            return rest.until().isAfter(rest.since())
                    ? left(timer.span(), rest, calendar).from(timer.from())
                    : timer.from();
        }
        var value = timer.span().value();
        return value.startsWith("-")
                ? length(timer.span(), value.substring(1), calendar).before(timer.from())
                : length(timer.span(), value, calendar).from(timer.from());
    }

    /**
     * When something comes again that first comes at an instant.
     *
     * @param times how often it has come by then; days and months are counted from the first, so that the end of a month stays it
     */
    Instant again(FlowSpan span, Instant first, Instant last, int times, @Nullable UUID unit) {
        var calendar = calendar(span, unit);
        return span.unit() == Unit.WORKING
                ? length(span, span.value(), calendar).from(last)
                : first.atZone(calendar.zone())
                        .plus(Spans.days(span.value()).multipliedBy(times))
                        .plus(Spans.time(span.value()).multipliedBy(times))
                        .toInstant();
    }

    /** The end of a span that begins at an instant. */
    Instant after(FlowSpan span, Instant from, @Nullable UUID unit) {
        return length(span, span.value(), calendar(span, unit)).from(from);
    }

    /**
     * Who is told of a task whose time is over, or takes it over: by default the next head above whoever answers for it.
     *
     * @param to as {@code zhangfa:limit} says it: null or {@code superior}, else a rule such as {@code position:accountant}
     */
    Optional<UUID> successor(@Nullable String to, FlowTask task) {
        var candidates = to == null || to.equals(Spans.SUPERIOR)
                ? superiors(UUID.fromString(task.accountable()))
                : rules.people(to);
        return candidates.stream()
                .filter(person -> !person.toString().equals(task.assignee()))
                .findFirst();
    }

    private List<UUID> superiors(UUID person) {
        return organization.headsAbove(person).stream()
                .filter(head -> !head.equals(person))
                .toList();
    }

    /** A calendar is named by the unit that it belongs to; without a name it is that of the case, without one the company's. */
    private BusinessCalendar calendar(FlowSpan span, @Nullable UUID unit) {
        var name = span.calendar();
        if (name == null) {
            return unit == null ? calendars.company() : calendars.forUnit(unit);
        }
        return organization
                .unitKeyed(name)
                .map(named -> calendars.forUnit(named.id()))
                .orElseGet(calendars::company);
    }

    /** A way along the clock. */
    private sealed interface Length {

        Instant from(Instant begin);

        Instant before(Instant end);
    }

    private record Working(Duration time, BusinessCalendar calendar) implements Length {

        @Override
        public Instant from(Instant begin) {
            return calendar.plus(begin, time);
        }

        @Override
        public Instant before(Instant end) {
            return calendar.minus(end, time);
        }
    }

    private record Wall(Period days, Duration time, BusinessCalendar calendar) implements Length {

        @Override
        public Instant from(Instant begin) {
            return begin.atZone(calendar.zone()).plus(days).plus(time).toInstant();
        }

        @Override
        public Instant before(Instant end) {
            return end.atZone(calendar.zone()).minus(days).minus(time).toInstant();
        }
    }

    private static Length left(FlowSpan span, FlowTimer.Rest rest, BusinessCalendar calendar) {
        return span.unit() == Unit.WORKING
                ? new Working(calendar.workingTimeBetween(rest.since(), rest.until()), calendar)
                : new Wall(Period.ZERO, Duration.between(rest.since(), rest.until()), calendar);
    }

    private static Length length(FlowSpan span, String value, BusinessCalendar calendar) {
        return span.unit() == Unit.WORKING
                ? new Working(calendar.lengthOf(WorkingTime.parse(value)), calendar)
                : new Wall(Spans.days(value), Spans.time(value), calendar);
    }
}
