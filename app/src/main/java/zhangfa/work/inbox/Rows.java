package zhangfa.work.inbox;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Words;
import zhangfa.calendar.BusinessCalendar;
import zhangfa.calendar.Calendars;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;
import zhangfa.process.CaseFile;
import zhangfa.process.TaskItem;
import zhangfa.ui.TimeLeft;
import zhangfa.ui.Tone;

/** Puts tasks and cases into rows of a list. */
@Component
public class Rows {

    /** Overdue since work ended: no working time has passed since. */
    private static final Duration OVER = Duration.ofMillis(-1);

    private final Organization organization;
    private final Words words;
    private final Calendars calendars;
    private final Clock clock;

    Rows(Organization organization, Words words, Calendars calendars, Clock clock) {
        this.organization = organization;
        this.words = words;
        this.calendars = calendars;
        this.clock = clock;
    }

    public InboxRow of(TaskItem task) {
        var file = task.of();
        var open = task.isOpen();
        return new InboxRow(
                task.actions().contains("approve") ? task.id() : null,
                "/cases/" + file.id(),
                file.number(),
                file.title(),
                file.processName(),
                name(file.initiator()),
                open ? step(task) : "",
                open ? task.seats().stream().map(this::name).toList() : List.of(),
                due(task),
                amount(file.facts()),
                task.closed() == null ? task.createdAt() : task.closed().at(),
                open ? Tone.WAITING : tone(file.status()),
                words.say("{work.status." + (open ? "waiting" : file.status()) + "}"));
    }

    /** What is left of the time of an open task, on the calendar of whoever asked for it; null where it has no limit. */
    public @Nullable TimeLeft due(TaskItem task) {
        var due = task.dueAt();
        if (due == null || !task.isOpen()) {
            return null;
        }
        return left(
                due,
                organization
                        .person(task.of().initiator())
                        .map(person -> calendars.forUnit(person.unit()))
                        .orElseGet(calendars::company));
    }

    /** What is left of a time that ends then, on the calendar of a unit. */
    public TimeLeft left(Instant due, UUID unit) {
        return left(due, calendars.forUnit(unit));
    }

    private TimeLeft left(Instant due, BusinessCalendar calendar) {
        var now = clock.instant();
        var left = calendar.workingTimeBetween(now, due);
        return new TimeLeft(left.isZero() && due.isBefore(now) ? OVER : left, calendar.workday(), due, null);
    }

    private String step(TaskItem task) {
        return task.name() == null ? words.say("{process.step.initiator}") : task.name();
    }

    public InboxRow of(CaseFile file) {
        return new InboxRow(
                null,
                "/cases/" + file.id(),
                file.number(),
                file.title(),
                file.processName(),
                name(file.startedBy()),
                "",
                List.of(),
                null,
                amount(file.facts()),
                file.startedAt(),
                tone(file.status()),
                words.say("{work.status." + file.status() + "}"));
    }

    public String name(UUID person) {
        return organization.person(person).map(Person::name).orElse("—");
    }

    public String unit(UUID unit) {
        return organization.unit(unit).map(Unit::name).orElse("—");
    }

    /** The display name behind a username; the username where nobody has it any more. */
    public String nameOf(String username) {
        return organization.personNamed(username).map(Person::name).orElse(username);
    }

    public static Tone tone(String status) {
        return switch (status) {
            case "completed" -> Tone.DONE;
            case "rejected", "cancelled" -> Tone.REJECTED;
            case "failed" -> Tone.OVERDUE;
            case "suspended" -> Tone.WAITING;
            default -> Tone.RUNNING;
        };
    }

    private static @Nullable String amount(Map<String, Object> facts) {
        return facts.get("total") instanceof Number total ? "¥%,.2f".formatted(new BigDecimal(total.toString())) : null;
    }
}
