package zhangfa.calendar.almanac;

import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import zhangfa.calendar.BusinessCalendar;
import zhangfa.calendar.CalendarChanged;
import zhangfa.calendar.Calendars;
import zhangfa.database.Remembered;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;

/** The calendars of now, from memory; a unit that moves takes the calendars of its new line. */
@Component
public class Almanacs implements Calendars {

    private final Organization organization;
    private final Remembered<Almanac> almanac;

    Almanacs(Organization organization, CalendarRows rows, PlatformTransactionManager transactions) {
        this.organization = organization;
        this.almanac = new Remembered<>(transactions, rows::version, rows::almanac);
    }

    @Override
    public BusinessCalendar forUnit(UUID unit) {
        return now().calendar(lineOf(unit));
    }

    @Override
    public BusinessCalendar company() {
        return now().calendar(List.of());
    }

    public Almanac now() {
        return almanac.value();
    }

    /** The unit and those above it. */
    public List<UUID> lineOf(UUID unit) {
        return organization.lineOf(unit).stream().map(Unit::id).toList();
    }

    @EventListener
    void on(CalendarChanged change) {
        almanac.forgetAfterCommit();
    }
}
