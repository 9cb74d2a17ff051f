package zhangfa.calendar.almanac;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import zhangfa.calendar.BusinessCalendar;
import zhangfa.calendar.SpecialDay;

/** All calendars at one moment, whole and unchanging; each is worked out when it is first asked for. */
public final class Almanac {

    private final List<StoredCalendar> all;
    private final Map<List<UUID>, BusinessCalendar> known = new ConcurrentHashMap<>();

    Almanac(List<StoredCalendar> all) {
        this.all = List.copyOf(all);
    }

    /** The company's first, then those of units in the order in which they were founded. */
    public Stream<StoredCalendar> all() {
        return all.stream()
                .sorted(Comparator.comparing((StoredCalendar one) -> one.unit() != null)
                        .thenComparing(StoredCalendar::id));
    }

    public Optional<StoredCalendar> withId(UUID id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The calendar that holds for the first of these units: the nearest up the line, at last the company's. */
    public StoredCalendar nearest(List<UUID> line) {
        return chain(line).getFirst();
    }

    public BusinessCalendar calendar(List<UUID> line) {
        var chain = chain(line);
        return known.computeIfAbsent(chain.stream().map(StoredCalendar::id).toList(), ids -> combined(chain));
    }

    Almanac with(StoredCalendar changed) {
        var others = all.stream().filter(one -> !one.id().equals(changed.id()));
        return new Almanac(Stream.concat(others, Stream.of(changed)).toList());
    }

    Almanac without(UUID id) {
        return new Almanac(all.stream().filter(one -> !one.id().equals(id)).toList());
    }

    /** From the nearest on, each as long as the one before inherits from it. */
    private List<StoredCalendar> chain(List<UUID> line) {
        var chain = new ArrayList<StoredCalendar>();
        var up = Stream.concat(
                line.stream().flatMap(unit -> all.stream().filter(one -> unit.equals(one.unit()))),
                all.stream().filter(one -> one.unit() == null));
        for (var next : up.toList()) {
            if (chain.isEmpty() || chain.getLast().sheet().inherits()) {
                chain.add(next);
            }
        }
        return chain;
    }

    private static BusinessCalendar combined(List<StoredCalendar> chain) {
        var inherited = List.<SpecialDay>of();
        for (var each : chain.subList(1, chain.size()).reversed()) {
            inherited = each.sheet().calendar(inherited).specialDays().toList();
        }
        return chain.getFirst().sheet().calendar(inherited);
    }
}
