package zhangfa.work.view;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import zhangfa.process.Reading;

/**
 * Which cases a list is about, as its address says it; what the address says wrongly is left out.
 *
 * @param from the first day on which they were begun
 * @param until the last one
 */
public record CaseQuery(
        @Nullable String status,
        @Nullable String process,
        boolean mine,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    private static final Set<String> STATUSES =
            Set.of("running", "suspended", "completed", "rejected", "cancelled", "failed");

    public static CaseQuery of(
            @Nullable String status,
            @Nullable String process,
            boolean mine,
            @Nullable String from,
            @Nullable String until) {
        return new CaseQuery(
                status != null && STATUSES.contains(status) ? status : null,
                process == null || process.isBlank() ? null : process,
                mine,
                day(from),
                day(until));
    }

    public Reading.Filter filter(ZoneId zone) {
        return new Reading.Filter(
                status,
                process,
                mine,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Whether it asks for more than a status. */
    public boolean isNarrowed() {
        return process != null || mine || from != null || until != null;
    }

    public String withStatus(String other) {
        return href("/cases", new CaseQuery(other.isEmpty() ? null : other, process, mine, from, until));
    }

    public String href() {
        return href("/cases", this);
    }

    public String file(String ending) {
        return href("/cases." + ending, this);
    }

    public String after(String cursor) {
        var here = href();
        return here + (here.contains("?") ? "&" : "?") + "after=" + cursor;
    }

    private static String href(String path, CaseQuery query) {
        var asked = Stream.of(
                        parameter("status", query.status),
                        parameter("process", query.process),
                        parameter("mine", query.mine ? "true" : null),
                        parameter("from", query.from),
                        parameter("until", query.until))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("&"));
        return asked.isEmpty() ? path : path + "?" + asked;
    }

    private static @Nullable String parameter(String name, @Nullable Object value) {
        return value == null ? null : name + "=" + UriUtils.encode(value.toString(), StandardCharsets.UTF_8);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
