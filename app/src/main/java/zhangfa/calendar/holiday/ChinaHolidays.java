package zhangfa.calendar.holiday;

import com.tyme.solar.SolarDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zhangfa.calendar.SpecialDay;

/** The public holidays of mainland China and their make-up workdays, as the State Council announced them each year. */
public final class ChinaHolidays {

    private ChinaHolidays() {}

    /** By date; empty for a year whose arrangement the library does not know, such as one not announced yet. */
    public static List<SpecialDay> of(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(ChinaHolidays::special)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable SpecialDay special(LocalDate date) {
        var holiday = SolarDay.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                .getLegalHoliday();
        if (holiday == null) {
            return null;
        }
        return holiday.isWork()
                ? SpecialDay.makeUp(date, holiday.getName())
                : SpecialDay.holiday(date, holiday.getName());
    }
}
