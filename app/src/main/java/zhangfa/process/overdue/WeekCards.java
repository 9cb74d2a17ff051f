package zhangfa.process.overdue;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import zhangfa.calendar.Calendars;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.job.Daily;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;

/**
 * Tells everybody who answers for delays what is late, on the first workday of the week by their unit's calendar. Whoever has
 * not had the week's card gets it on the next workday: a holiday moves it, and so does a morning on which no node ran.
 */
@Component
class WeekCards implements JobHandler {

    private static final LocalTime MORNING = LocalTime.of(8, 30);

    private final Duty duty;
    private final WeekCard card;
    private final Accounts accounts;
    private final Organization organization;
    private final Calendars calendars;
    private final Issuing issuing;
    private final Clock clock;

    WeekCards(
            Duty duty,
            WeekCard card,
            Accounts accounts,
            Organization organization,
            Calendars calendars,
            Issuing issuing,
            Clock clock) {
        this.duty = duty;
        this.card = card;
        this.accounts = accounts;
        this.organization = organization;
        this.calendars = calendars;
        this.issuing = issuing;
        this.clock = clock;
    }

    @Bean
    static Daily weekCardsOfTheMorning(WeekCards cards) {
        return new Daily("process.week", MORNING, () -> cards.prepare(LocalDate.now(cards.clock)));
    }

    @Override
    public String kind() {
        return Issuing.KIND;
    }

    /** One job for each person whose card is due on this day. */
    void prepare(LocalDate day) {
        var week = mondayOf(day);
        var had = issuing.issuedFor(week);
        issuing.ask(
                week,
                duty.bearers().stream()
                        .filter(person -> !had.contains(person) && worksOn(day, person))
                        .toList());
    }

    static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private boolean worksOn(LocalDate day, UUID id) {
        return organization
                .person(id)
                .filter(Person::active)
                .map(person -> calendars.forUnit(person.unit()).isWorkday(day))
                .orElse(false);
    }

    @Override
    public void run(Job job) {
        var parts = job.id().split(" ", 2);
        accounts.withId(UUID.fromString(parts[0]))
                .filter(Account::active)
                .filter(duty::concerns)
                .ifPresent(person -> issuing.once(person.id(), LocalDate.parse(parts[1]), card.of(person)));
    }
}
