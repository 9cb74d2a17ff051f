package zhangfa.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A calendar made up at random, described in a way that both the product and the counter of minutes can read. */
record RandomWeek(
        ZoneId zone,
        Map<DayOfWeek, List<Shift>> hours,
        Set<LocalDate> holidays,
        Set<LocalDate> makeUps,
        Map<LocalDate, List<Shift>> halfDays) {

    static RandomWeek of(ZoneId zone, LocalDate first, int days, RandomGenerator random) {
        var hours = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var off = day.getValue() > 5 && random.nextInt(4) > 0 || random.nextInt(10) == 0;
            hours.put(day, off ? List.of() : shifts(random));
        }
        hours.putIfAbsent(DayOfWeek.WEDNESDAY, List.of());
        if (hours.values().stream().allMatch(List::isEmpty)) {
            hours.put(DayOfWeek.WEDNESDAY, shifts(random));
        }
        var week = new RandomWeek(zone, hours, new HashSet<>(), new HashSet<>(), new HashMap<>());
        first.minusDays(2).datesUntil(first.plusDays(days)).forEach(day -> week.decide(day, random));
        return week;
    }

    BusinessCalendar calendar() {
        var special = new ArrayList<SpecialDay>();
        holidays.forEach(day -> special.add(SpecialDay.holiday(day, "休")));
        makeUps.forEach(day -> special.add(SpecialDay.makeUp(day, "班")));
        halfDays.forEach((day, shifts) -> special.add(SpecialDay.hours(day, "半天", shifts)));
        return new BusinessCalendar(zone, hours, special);
    }

    private void decide(LocalDate day, RandomGenerator random) {
        switch (random.nextInt(12)) {
            case 0 -> holidays.add(day);
            case 1 -> makeUps.add(day);
            case 2 -> halfDays.put(day, shifts(random));
            default -> {}
        }
    }

    /** One to three stretches that do not lie over each other, in odd minutes, the last perhaps over midnight. */
    private static List<Shift> shifts(RandomGenerator random) {
        var shifts = new ArrayList<Shift>();
        var begin = random.nextInt(0, 600);
        var first = begin;
        for (var left = random.nextInt(1, 4); left > 0; left--) {
            var end = begin + random.nextInt(1, 500);
            if (left == 1 && random.nextInt(3) == 0) {
                end = random.nextInt(24 * 60, 24 * 60 + first + 1);
            }
            if (begin >= 24 * 60 || left > 1 && end > 24 * 60) {
                break;
            }
            shifts.add(new Shift(time(begin), time(Math.min(end, 24 * 60 + first))));
            begin = end + random.nextInt(0, 120);
        }
        return shifts.isEmpty() ? List.of(Shift.of("09:00", "17:30")) : shifts;
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute % (24 * 60) * 60L);
    }
}
