package zhangfa.notification.announcement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;

/**
 * An announcement as somebody wants to publish it.
 *
 * @param everyone to the whole company; then units and positions do not matter
 * @param units to everybody in these units and below
 * @param positions to everybody who holds one of these
 * @param readBy the last day, in the company's zone, on which it can be confirmed in time; null where nobody must
 */
public record Draft(
        String title,
        String body,
        boolean urgent,
        boolean everyone,
        List<UUID> units,
        List<String> positions,
        @Nullable LocalDate readBy) {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_BODY = 20_000;

    public static final Draft EMPTY = new Draft("", "", false, false, List.of(), List.of(), null);

    Scope scope() {
        return new Scope(everyone, units, positions);
    }

    void check(LocalDate today) {
        var faults = new ArrayList<Fault>();
        if (title.isBlank()) {
            faults.add(new Fault("/title", "{form.required}"));
        }
        if (title.length() > LONGEST_TITLE) {
            faults.add(new Fault("/title", "{notification.announcement.too-long|" + LONGEST_TITLE + "}"));
        }
        if (body.isBlank()) {
            faults.add(new Fault("/body", "{form.required}"));
        }
        if (body.length() > LONGEST_BODY) {
            faults.add(new Fault("/body", "{notification.announcement.too-long|" + LONGEST_BODY + "}"));
        }
        if (!everyone && units.isEmpty() && positions.isEmpty()) {
            faults.add(new Fault("/units", "{notification.announcement.to-nobody}"));
        }
        if (readBy != null && readBy.isBefore(today)) {
            faults.add(new Fault("/read_by", "{notification.announcement.past}"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }
}
