package zhangfa.calendar.almanac;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.calendar.CalendarChanged;
import zhangfa.calendar.holiday.ChinaHolidays;
import zhangfa.calendar.sheet.Day;
import zhangfa.calendar.sheet.Sheet;
import zhangfa.calendar.sheet.Span;
import zhangfa.database.Keys;

/** Gives a new installation the calendar of an office in China, so that due times can be counted from the first day. */
@Component
class FirstCalendar implements SmartInitializingSingleton {

    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 2;

    private final CalendarRows rows;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FirstCalendar(CalendarRows rows, TransactionTemplate transaction, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            rows.lock();
            if (rows.almanac().all().findAny().isEmpty()) {
                UUID id = Keys.next();
                rows.write(new StoredCalendar(id, null, 1, office()));
                events.publishEvent(new CalendarChanged("calendar-founded", id, null, null, Map.of()));
            }
        });
    }

    private Sheet office() {
        var today = LocalDate.now(clock);
        var days = IntStream.rangeClosed(today.getYear() - YEARS_BACK, today.getYear() + YEARS_AHEAD)
                .mapToObj(ChinaHolidays::of)
                .flatMap(List::stream)
                .map(Day::of)
                .toList();
        var hours = List.of(new Span("09:00", "12:00"), new Span("13:00", "18:00"));
        var week = Stream.of("monday", "tuesday", "wednesday", "thursday", "friday")
                .collect(Collectors.toMap(Function.identity(), day -> hours));
        return new Sheet("公司日历", clock.getZone().getId(), false, week, days);
    }
}
