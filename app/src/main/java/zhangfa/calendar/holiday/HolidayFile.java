package zhangfa.calendar.holiday;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import zhangfa.api.Refusal;
import zhangfa.calendar.SpecialDay;

/**
 * The holidays of an iCalendar file (RFC 5545): every event of whole days, also one that comes back each year. An event whose
 * summary says 班, 补班 or 補班, as Chinese calendars do, is a make-up workday.
 *
 * @param days by date, within the years asked for
 * @param leftOut how many events are no whole days, or come back in another way than yearly
 */
public record HolidayFile(List<SpecialDay> days, int leftOut) {

    private static final int LARGEST = 1 << 20;
    private static final int LONGEST_HOLIDAY = 60;
    private static final int LONGEST_NAME = 60;
    private static final Pattern MAKE_UP = Pattern.compile("[（(]班[)）]|补班|補班|補行上班|调休上班");
    private static final Pattern YEARLY = Pattern.compile("(?i)(?=.*FREQ=YEARLY)(?!.*BY(HOUR|MINUTE|SECOND)).*");

    /**
     * Reads such a file.
     *
     * @throws Refusal {@code INVALID} at {@code /file} where it is none, or larger than a megabyte
     */
    public static HolidayFile read(byte[] content, int firstYear, int lastYear) {
        if (content.length > LARGEST) {
            throw Refusal.invalid("/file", "{calendar.file-large}");
        }
        try {
            return new Reading(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31)).read(content);
            // What is wrong with a file, the library says in many ways.
        } catch (IOException | ParserException | RuntimeException e) {
            throw Refusal.invalid("/file", "{calendar.file-wrong}");
        }
    }

    /** One reading of one file. */
    private static final class Reading {

        private final LocalDate first;
        private final LocalDate last;
        private final TreeMap<LocalDate, SpecialDay> days = new TreeMap<>();
        private int leftOut;

        Reading(LocalDate first, LocalDate last) {
            this.first = first;
            this.last = last;
        }

        HolidayFile read(byte[] content) throws IOException, ParserException {
            var calendar = new CalendarBuilder().build(new ByteArrayInputStream(content));
            calendar.<VEvent>getComponents(Component.VEVENT).forEach(this::take);
            return new HolidayFile(List.copyOf(days.values()), leftOut);
        }

        private void take(VEvent event) {
            var start =
                    date(event.<DtStart<Temporal>>getProperty(Property.DTSTART).map(DtStart::getDate));
            if (start.isEmpty()
                    || event.getProperty(Property.RRULE)
                            .filter(rule -> !isYearly(rule))
                            .isPresent()) {
                leftOut++;
                return;
            }
            var end = date(event.<Temporal>getEndDate(true).map(date -> date.getDate()));
            var length =
                    end.map(day -> ChronoUnit.DAYS.between(start.get(), day)).orElse(1L);
            var name = name(event);
            starts(event)
                    .flatMap(from -> from.datesUntil(from.plusDays(Math.clamp(length, 1, LONGEST_HOLIDAY))))
                    .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                    .forEach(day -> days.put(
                            day,
                            MAKE_UP.matcher(name).find()
                                    ? SpecialDay.makeUp(day, name)
                                    : SpecialDay.holiday(day, name)));
        }

        private Stream<LocalDate> starts(VEvent event) {
            // A holiday over New Year's Eve begins in the year before.
            var window = new Period<>(first.minusDays(LONGEST_HOLIDAY), last.plusDays(1));
            return event.<LocalDate>calculateRecurrenceSet(window).stream().map(Period::getStart);
        }

        private static boolean isYearly(Property rule) {
            return YEARLY.matcher(rule.getValue()).matches();
        }

        private static Optional<LocalDate> date(Optional<? extends Temporal> time) {
            return time.filter(LocalDate.class::isInstance).map(LocalDate.class::cast);
        }

        private static String name(VEvent event) {
            var name = event.getSummary() == null
                    ? ""
                    : String.valueOf(event.getSummary().getValue()).strip();
            return name.isEmpty() ? "—" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
        }
    }
}
