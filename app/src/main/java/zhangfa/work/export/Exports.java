package zhangfa.work.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.process.CaseFile;
import zhangfa.process.Reading;
import zhangfa.process.Reading.Box;
import zhangfa.process.TaskItem;
import zhangfa.ui.Spreadsheet;
import zhangfa.work.inbox.Rows;
import zhangfa.work.view.CaseQuery;

/** Writes the inbox and the cases as files: what the list shows to the same reader, read in pieces. */
@Component
class Exports {

    private static final int PIECE = 500;

    private final Reading reading;
    private final Rows rows;
    private final Words words;
    private final DateTimeFormatter minute;
    private final Clock clock;

    Exports(Reading reading, Rows rows, Words words, Clock clock) {
        this.reading = reading;
        this.rows = rows;
        this.words = words;
        this.clock = clock;
        this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(clock.getZone());
    }

    ResponseEntity<StreamingResponseBody> cases(Spreadsheet file, CaseQuery query, Account who) {
        var filter = query.filter(clock.getZone());
        return file.file(
                "cases",
                head("number", "title", "process", "initiator", "unit", "status", "amount", "begun", "ended"),
                lines -> all(window -> reading.cases(who, filter, window), one -> lines.add(cells(one))));
    }

    ResponseEntity<StreamingResponseBody> inbox(Spreadsheet file, String box, Account who) {
        var chosen = Arrays.stream(Box.values())
                .filter(known -> known.name().equalsIgnoreCase(box))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("/box", "{form.enum}"));
        return file.file(
                "inbox",
                head("number", "title", "process", "initiator", "step", "holders", "due", "status", "amount", "at"),
                lines -> all(window -> reading.box(who, chosen, window), one -> lines.add(cells(one))));
    }

    private interface Each<T> {
        void take(T one) throws IOException;
    }

    private static <T> void all(Function<Window, Listing<T>> read, Each<T> each) throws IOException {
        @Nullable String after = null;
        do {
            var piece = read.apply(new Window(PIECE, after));
            for (var one : piece.items()) {
                each.take(one);
            }
            after = piece.next();
        } while (after != null);
    }

    private @Nullable Object[] cells(CaseFile file) {
        return new @Nullable Object[] {
            file.number(),
            file.title(),
            file.processName(),
            rows.name(file.startedBy()),
            rows.unit(file.unit()),
            said("{work.status." + file.status() + "}"),
            amount(file.facts()),
            at(file.startedAt()),
            at(file.endedAt())
        };
    }

    private @Nullable Object[] cells(TaskItem task) {
        var row = rows.of(task);
        return new @Nullable Object[] {
            row.number(),
            row.title(),
            row.process(),
            row.initiator(),
            row.step(),
            task.isOpen() ? names(task.seats()) : "",
            task.isOpen() ? at(task.dueAt()) : null,
            row.status(),
            amount(task.of().facts()),
            at(row.at())
        };
    }

    private String names(List<UUID> people) {
        return people.stream().map(rows::name).collect(Collectors.joining("、"));
    }

    private @Nullable String at(@Nullable Instant instant) {
        return instant == null ? null : minute.format(instant);
    }

    private static @Nullable BigDecimal amount(Map<String, Object> facts) {
        return facts.get("total") instanceof Number total ? new BigDecimal(total.toString()) : null;
    }

    private List<String> head(String... columns) {
        return Stream.of(columns)
                .map(column -> said("{work.export." + column + "}"))
                .toList();
    }

    private String said(String key) {
        return words.say(key);
    }
}
