package zhangfa.mining.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.mining.time.WorkCalendar;
import zhangfa.mining.time.WorkCalendar.Hours;

/**
 * A business calendar as the product's API writes it: {@code {"zone":"Asia/Shanghai","hours":{"monday":[{"from":"09:00","to":"18:00"}]},
 * "days":[{"date":"2026-10-01","kind":"holiday"}]}}. A day is a {@code holiday}, a {@code make_up} for one, with the hours of its weekday or else of the first
 * that is worked, or has {@code hours} of its own.
 */
final class CalendarFile {

    private final Map<DayOfWeek, List<Hours>> week = new TreeMap<>();
    private final Map<LocalDate, List<Hours>> days = new HashMap<>();

    private CalendarFile() {}

    static WorkCalendar read(Path file) throws IOException, Refusal {
        try {
            return new CalendarFile().calendar(new JsonMapper().readTree(Files.readAllBytes(file)));
        } catch (JacksonException e) {
            throw new Refusal("The calendar is not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refusal("The calendar cannot be read: " + e.getMessage());
        }
    }

    private WorkCalendar calendar(JsonNode sheet) {
        var zone = ZoneId.of(text(sheet, "zone"));
        sheet.path("hours").properties().forEach(day -> {
            var hours = hours(day.getValue(), day.getKey());
            if (!hours.isEmpty()) {
                week.put(weekday(day.getKey()), hours);
            }
        });
        if (week.isEmpty()) {
            throw new IllegalArgumentException("\"hours\" has no weekday on which anybody works");
        }
        sheet.path("days").forEach(day -> days.put(LocalDate.parse(text(day, "date")), special(day)));
        return new WorkCalendar(zone, week, days);
    }

    private List<Hours> special(JsonNode day) {
        return switch (text(day, "kind")) {
            case "holiday" -> List.of();
            case "make_up" ->
                week.getOrDefault(
                        LocalDate.parse(text(day, "date")).getDayOfWeek(),
                        week.values().iterator().next());
            case "hours" -> hours(day.path("hours"), text(day, "date"));
            default -> throw new IllegalArgumentException("a day is a holiday, a make_up or has hours of its own");
        };
    }

    private static DayOfWeek weekday(String name) {
        try {
            return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"%s\" is no weekday such as monday".formatted(name), e);
        }
    }

    private static List<Hours> hours(JsonNode spans, String of) {
        if (!spans.isArray()) {
            throw new IllegalArgumentException("the hours of " + of + " are an array");
        }
        var hours = new ArrayList<Hours>();
        spans.forEach(
                span -> hours.add(new Hours(LocalTime.parse(text(span, "from")), LocalTime.parse(text(span, "to")))));
        return hours;
    }

    private static String text(JsonNode node, String key) {
        var text = node.path(key);
        if (!text.isString()) {
            throw new IllegalArgumentException("\"%s\" is a text".formatted(key));
        }
        return text.asString();
    }
}
