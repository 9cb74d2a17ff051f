package zhangfa.rulebook.occurrence;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;

/** Occurrences of obligations, for programs. */
@RestController
@RequestMapping("/api/v1/rulebook/occurrences")
class OccurrenceApi {

    private final OccurrenceReading reading;
    private final OccurrenceDesk desk;
    private final ZoneId zone;

    OccurrenceApi(OccurrenceReading reading, OccurrenceDesk desk, @Value("${zhangfa.zone}") ZoneId zone) {
        this.reading = reading;
        this.desk = desk;
        this.zone = zone;
    }

    /** What goes with an action. */
    record Deed(
            @Nullable String note,
            @Nullable String reason,
            @Nullable List<UUID> files) {}

    /** An occurrence; people by name. */
    record Shape(
            UUID id,
            String obligation,
            String title,
            String period,
            String unit,
            String owners,
            String standing,
            Instant dueAt,
            @Nullable Instant doneAt,
            String doneBy,
            @Nullable UUID caseId,
            @Nullable Instant verifiedAt,
            String verifiedBy) {

        static Shape of(OccurrenceRow row, Locale locale) {
            var one = row.one();
            return new Shape(
                    one.id(),
                    one.obligation(),
                    one.title().in(locale),
                    one.period(),
                    row.unit(),
                    row.owners(),
                    one.standing().word(),
                    one.dueAt(),
                    one.doneAt(),
                    row.doneBy(),
                    one.caseId(),
                    one.verifiedAt(),
                    row.verifiedBy());
        }
    }

    /** Due in a month such as 2026-11, in the order in which they are due; {@code standing} as in the answer. */
    @GetMapping
    @SignedIn
    Listing<Shape> list(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String standing,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            Account who,
            Locale locale) {
        return reading.page(month(month), standing, Window.of(size, after), who).map(row -> Shape.of(row, locale));
    }

    @GetMapping("/{id}")
    @SignedIn
    Shape show(@PathVariable UUID id, Account who, Locale locale) {
        return Shape.of(reading.row(desk.seen(id, who)), locale);
    }

    @PostMapping("/{id}/actions/fulfil")
    @SignedIn
    Shape fulfil(@PathVariable UUID id, @RequestBody Deed deed, Account who, Locale locale) {
        desk.done(id, deed.note(), Objects.requireNonNullElse(deed.files(), List.of()), who);
        return show(id, who, locale);
    }

    @PostMapping("/{id}/actions/verify")
    @SignedIn
    Shape verify(@PathVariable UUID id, Account who, Locale locale) {
        desk.verify(id, who);
        return show(id, who, locale);
    }

    @PostMapping("/{id}/actions/return")
    @SignedIn
    Shape giveBack(@PathVariable UUID id, @RequestBody Deed deed, Account who, Locale locale) {
        desk.giveBack(id, deed.reason(), who);
        return show(id, who, locale);
    }

    private YearMonth month(@Nullable String written) {
        try {
            return written == null ? YearMonth.now(zone) : YearMonth.parse(written);
        } catch (DateTimeParseException wrong) {
            throw Refusal.invalid("/month", "{rulebook.occurrence.month-wrong}");
        }
    }
}
