package zhangfa.rulebook.obligation;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Locale;

/** How often something is to be done: once in each of these periods. Weeks are those of ISO 8601. */
public enum Rhythm {
    WEEK {
        @Override
        public Period around(LocalDate day) {
            var from = day.with(WeekFields.ISO.dayOfWeek(), 1);
            var key = "%d-W%02d"
                    .formatted(day.get(WeekFields.ISO.weekBasedYear()), day.get(WeekFields.ISO.weekOfWeekBasedYear()));
            return new Period(key, from, from.plusWeeks(1));
        }
    },
    MONTH {
        @Override
        public Period around(LocalDate day) {
            var from = day.withDayOfMonth(1);
            return new Period("%tY-%<tm".formatted(from), from, from.plusMonths(1));
        }
    },
    QUARTER {
        @Override
        public Period around(LocalDate day) {
            var quarter = day.get(IsoFields.QUARTER_OF_YEAR);
            var from = LocalDate.of(day.getYear(), 3 * quarter - 2, 1);
            return new Period("%d-Q%d".formatted(day.getYear(), quarter), from, from.plusMonths(3));
        }
    },
    YEAR {
        @Override
        public Period around(LocalDate day) {
            var from = day.with(TemporalAdjusters.firstDayOfYear());
            return new Period(String.valueOf(day.getYear()), from, from.plusYears(1));
        }
    };

    /** The period in which a day lies. */
    public abstract Period around(LocalDate day);

    public Period after(Period period) {
        return around(period.until());
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
