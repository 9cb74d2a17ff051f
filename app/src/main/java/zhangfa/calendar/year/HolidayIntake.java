package zhangfa.calendar.year;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.calendar.SpecialDay;
import zhangfa.calendar.almanac.StoredCalendar;
import zhangfa.calendar.holiday.ChinaHolidays;
import zhangfa.calendar.holiday.HolidayFile;
import zhangfa.calendar.sheet.Sheet;

/** Brings public holidays into a calendar's sheet, in the place of what it said about those days. */
@Component
class HolidayIntake {

    private static final int YEARS_AHEAD = 3;

    private final Clock clock;

    HolidayIntake(Clock clock) {
        this.clock = clock;
    }

    /** The calendar with them, and how many events of a file are none. */
    record Plan(Sheet sheet, int leftOut) {}

    /** The holidays of an iCalendar file from last year to three years ahead. */
    Plan ofFile(StoredCalendar calendar, byte[] content) {
        var year = LocalDate.now(clock).getYear();
        var file = HolidayFile.read(content, year - 1, year + YEARS_AHEAD);
        if (file.days().isEmpty()) {
            throw Refusal.invalid("/file", "{calendar.file-empty}");
        }
        return new Plan(calendar.sheet().with(file.days()), file.leftOut());
    }

    /** China's public holidays and make-up workdays of a year. */
    Plan ofChina(StoredCalendar calendar, int year) {
        var days = year < 2000 || year > 2199 ? List.<SpecialDay>of() : ChinaHolidays.of(year);
        if (days.isEmpty()) {
            throw Refusal.invalid("/year", "{calendar.year-unknown}");
        }
        return new Plan(calendar.sheet().with(days), 0);
    }
}
