package zhangfa.rulebook.monthend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import zhangfa.rulebook.occurrence.Occurrence.Standing;
import zhangfa.rulebook.occurrence.OccurrenceRow;
import zhangfa.ui.PdfSheet;

/** Writes the monthly operations report as a PDF on A4: the same figures as on its page. */
@Component
class MonthPaper {

    private static final float BODY = 10;
    private static final float TABLE = 9;
    private static final List<Float> OPEN = List.of(0.44f, 0.22f, 0.2f, 0.14f);
    private static final List<Float> PROCESSES = List.of(0.35f, 0.11f, 0.11f, 0.16f, 0.14f, 0.13f);

    private final MessageSource messages;
    private final DateTimeFormatter minute;
    private final Clock clock;

    MonthPaper(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(clock.getZone());
        this.clock = clock;
    }

    /** @param reader whose name stands at the foot */
    byte[] pdf(MonthReport report, String reader, Locale locale) {
        var title = say("rulebook.month-report") + " " + report.month();
        try (var sheet = new PdfSheet(title, locale.toLanguageTag())) {
            sheet.text(title, 18);
            obligations(sheet, report, locale);
            processes(sheet, report);
            heading(sheet, "rulebook.coverage");
            var covered = report.coverage();
            sheet.text(
                    say(
                            "rulebook.month-report.coverage",
                            covered.articles(),
                            covered.executable(),
                            covered.evidenced(),
                            covered.holding()),
                    BODY);
            controls(sheet, report, locale);
            var output = new ByteArrayOutputStream();
            var printed = say("rulebook.checkup.printed", minute.format(clock.instant()), reader);
            sheet.write((page, pages) -> printed + "  " + page + " / " + pages, output);
            return output.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void obligations(PdfSheet sheet, MonthReport report, Locale locale) throws IOException {
        heading(sheet, "rulebook.obligations");
        sheet.text(
                say(
                        "rulebook.month-report.obligations",
                        report.all(),
                        report.fulfilled(),
                        report.rate(),
                        report.count(Standing.LATE),
                        report.count(Standing.MISSING)),
                BODY);
        if (!report.open().isEmpty()) {
            head(sheet, OPEN, "obligation", "occurrence.owners", "occurrence.due-at", "occurrence.standing");
        }
        for (var row : report.open()) {
            sheet.row(
                    List.of(
                            title(row, locale),
                            row.owners(),
                            at(row.one().dueAt()),
                            say(row.one().standing().key())),
                    OPEN,
                    TABLE);
        }
    }

    private static String title(OccurrenceRow row, Locale locale) {
        var title = row.one().title().in(locale) + " " + row.one().period();
        return row.unit().isEmpty() ? title : title + " · " + row.unit();
    }

    private void processes(PdfSheet sheet, MonthReport report) throws IOException {
        heading(sheet, "rulebook.month-report.processes");
        if (report.processes().isEmpty()) {
            sheet.text(say("rulebook.month-report.idle"), BODY);
            return;
        }
        head(
                sheet,
                PROCESSES,
                "month-report.process",
                "month-report.started",
                "month-report.completed",
                "month-report.running",
                "month-report.days",
                "month-report.late");
        for (var line : report.processes()) {
            var figures = Stream.of(line.started(), line.completed(), line.running(), line.days(), line.late())
                    .map(String::valueOf);
            sheet.row(Stream.concat(Stream.of(line.process()), figures).toList(), PROCESSES, TABLE);
        }
    }

    private void controls(PdfSheet sheet, MonthReport report, Locale locale) throws IOException {
        heading(sheet, "rulebook.controls");
        sheet.text(
                say(
                        "rulebook.month-report.controls",
                        report.holding(),
                        report.controls().size()),
                BODY);
        for (var state : report.controls()) {
            sheet.text(state.control().title().in(locale) + ": " + say(state.statusKey(), state.rows()), BODY);
        }
    }

    private void head(PdfSheet sheet, List<Float> shares, String... keys) throws IOException {
        sheet.space(4);
        sheet.row(Stream.of(keys).map(key -> say("rulebook." + key)).toList(), shares, TABLE);
    }

    private void heading(PdfSheet sheet, String key) throws IOException {
        sheet.space(12);
        sheet.room(48);
        sheet.text(say(key), 12);
        sheet.rule();
    }

    private String at(Instant instant) {
        return minute.format(instant);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
