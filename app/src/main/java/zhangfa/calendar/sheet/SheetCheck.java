package zhangfa.calendar.sheet;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.calendar.Shift;

/** Reads a sheet that came from outside: in order and whole, or refused with every wrong field. */
public final class SheetCheck {

    private static final int LONGEST_NAME = 60;
    private static final int MOST_DAYS = 5000;
    private static final int MOST_SPANS = 24;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Set<String> KINDS = Set.of("holiday", "make_up", "hours");
    private static final Set<String> WEEKDAYS = Stream.of(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final List<Fault> faults = new ArrayList<>();
    private final Set<LocalDate> seen = new HashSet<>();

    private SheetCheck() {}

    /** The sheet with its days in order. @throws Refusal {@code INVALID} with every wrong field */
    public static Sheet checked(Sheet sheet) {
        var check = new SheetCheck();
        check.check(sheet);
        if (!check.faults.isEmpty()) {
            throw Refusal.invalid(check.faults);
        }
        return new Sheet(
                String.valueOf(sheet.name()).strip(),
                sheet.zone(),
                sheet.inherits(),
                new TreeMap<>(sheet.hours()),
                sheet.days().stream().sorted(Comparator.comparing(Day::when)).toList());
    }

    private void check(Sheet sheet) {
        demand(isName(sheet.name()), "/name", "{calendar.name-wrong}");
        demand(isZone(sheet.zone()), "/zone", "{calendar.zone-wrong}");
        sheet.hours().forEach(this::checkWeekday);
        demand(
                sheet.hours().values().stream().anyMatch(spans -> spans != null && !spans.isEmpty()),
                "/hours",
                "{calendar.hours-none}");
        demand(sheet.days().size() <= MOST_DAYS, "/days", "{calendar.days-many}");
        for (var each = 0; each < Math.min(sheet.days().size(), MOST_DAYS); each++) {
            checkDay(sheet.days().get(each), "/days/" + each);
        }
    }

    private void checkWeekday(String day, @Nullable List<Span> spans) {
        demand(WEEKDAYS.contains(day), "/hours/" + day, "{calendar.weekday-wrong}");
        checkSpans(spans, "/hours/" + day);
    }

    private void checkDay(@Nullable Day day, String at) {
        if (day == null) {
            demand(false, at, "{calendar.day-wrong}");
            return;
        }
        var date = date(day.date());
        demand(date != null && seen.add(date), at + "/date", "{calendar.date-wrong}");
        demand(day.kind() != null && KINDS.contains(day.kind()), at + "/kind", "{calendar.kind-wrong}");
        demand(isName(day.name()), at + "/name", "{calendar.name-wrong}");
        var hasHours = day.hours() != null && !day.hours().isEmpty();
        demand(hasHours == "hours".equals(day.kind()), at + "/hours", "{calendar.day-hours-wrong}");
        if (hasHours) {
            checkSpans(day.hours(), at + "/hours");
        }
    }

    private void checkSpans(@Nullable List<Span> spans, String at) {
        if (spans == null
                || spans.size() > MOST_SPANS
                || !spans.stream().allMatch(span -> span != null && isTime(span.from()) && isTime(span.to()))) {
            demand(false, at, "{calendar.hours-wrong}");
            return;
        }
        demand(!Shift.overlap(spans.stream().map(Span::shift).toList()), at, "{calendar.hours-overlap}");
    }

    private void demand(boolean good, String pointer, String detail) {
        if (!good) {
            faults.add(new Fault(pointer, detail));
        }
    }

    private static boolean isName(@Nullable String name) {
        return name != null && !name.isBlank() && name.length() <= LONGEST_NAME && name.indexOf('\0') < 0;
    }

    private static boolean isZone(@Nullable String zone) {
        return zone != null && ZoneId.getAvailableZoneIds().contains(zone);
    }

    private static boolean isTime(@Nullable String time) {
        return time != null && TIME.matcher(time).matches();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            var date = LocalDate.parse(String.valueOf(text));
            return date.getYear() >= 2000 && date.getYear() < 2200 ? date : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
