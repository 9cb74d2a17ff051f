package zhangfa.work.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.process.CaseFile;
import zhangfa.process.Processes;
import zhangfa.ui.Attachment;
import zhangfa.ui.Faults;
import zhangfa.ui.PdfSheet;
import zhangfa.ui.TimelineEvent;
import zhangfa.work.casefile.Timelines;
import zhangfa.work.form.FormDrawing;
import zhangfa.work.form.FormField;
import zhangfa.work.inbox.Rows;

/** Writes a case as a PDF: what was asked, who said what in order, the seal's image, and the code that proves it. */
@Component
class CasePaper {

    private static final float BODY = 10;
    private static final float CODE = 84;
    private static final float SEAL = 104;
    private static final List<Float> FACT = List.of(0.22f, 0.78f);
    private static final List<Float> OPINION = List.of(0.2f, 0.24f, 0.56f);

    private final Processes processes;
    private final FormDrawing forms;
    private final Timelines timelines;
    private final Rows rows;
    private final Seals seals;
    private final Words words;
    private final DateTimeFormatter minute;

    CasePaper(
            Processes processes,
            FormDrawing forms,
            Timelines timelines,
            Rows rows,
            Seals seals,
            Words words,
            Clock clock) {
        this.processes = processes;
        this.forms = forms;
        this.timelines = timelines;
        this.rows = rows;
        this.seals = seals;
        this.words = words;
        this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(clock.getZone());
    }

    /** @param proof the address at which the paper can be checked */
    byte[] pdf(CaseFile file, Issue issue, String proof, Account who, Locale locale) {
        try (var sheet = new PdfSheet(file.title(), locale.toLanguageTag())) {
            head(sheet, file);
            form(sheet, file, locale);
            opinions(sheet, file);
            proof(sheet, issue, proof, who);
            var output = new ByteArrayOutputStream();
            sheet.write(
                    (page, pages) -> words.say("{work.paper.foot|" + file.number() + "|" + page + "|" + pages + "}"),
                    output);
            return output.toByteArray();
        } catch (IOException | WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void head(PdfSheet sheet, CaseFile file) throws IOException {
        sheet.text(file.processName(), BODY);
        sheet.text(file.title(), 18);
        sheet.space(6);
        sheet.rule();
        fact(sheet, "number", file.number());
        fact(sheet, "status", words.say("{work.status." + file.status() + "}"));
        fact(sheet, "initiator", rows.name(file.startedBy()) + " · " + rows.unit(file.unit()));
        fact(sheet, "begun", at(file.startedAt()));
        if (file.endedAt() != null) {
            fact(sheet, "ended", at(file.endedAt()));
        }
    }

    private void fact(PdfSheet sheet, String name, String value) throws IOException {
        sheet.row(List.of(words.say("{work.export." + name + "}"), value), FACT, BODY);
    }

    private void form(PdfSheet sheet, CaseFile file, Locale locale) throws IOException {
        var schema = processes.describe(file.process(), file.version()).form();
        var shown = forms.sheet(schema, file.form(), Faults.NONE, locale);
        if (!shown.isEmpty()) {
            heading(sheet, "work.paper.form");
        }
        for (var field : shown.fields()) {
            if (field.isBlank() || field.is("page")) {
                continue;
            }
            if (field.is("lines")) {
                table(sheet, field);
            } else if (field.is("signature")) {
                sheet.text(field.label(), BODY);
                sheet.strokes(field.value(), 150);
            } else {
                sheet.row(List.of(field.label(), value(field)), FACT, BODY);
            }
        }
    }

    private static String value(FormField field) {
        if (field.is("files")) {
            return String.join(
                    "\n", field.files().stream().map(Attachment::name).toList());
        }
        return field.is("rating") ? field.stars() : field.shown();
    }

    private static void table(PdfSheet sheet, FormField field) throws IOException {
        var columns = field.columns().size();
        var shares = Collections.nCopies(columns, 1f / columns);
        sheet.space(4);
        sheet.text(field.label(), BODY);
        sheet.row(field.columns().stream().map(FormField::label).toList(), shares, BODY - 1);
        for (var row : field.rows()) {
            sheet.row(row.stream().map(FormField::shown).toList(), shares, BODY - 1);
        }
        if (field.isTotalled()) {
            sheet.row(
                    Stream.iterate(0, at -> at + 1)
                            .limit(columns)
                            .map(field::total)
                            .toList(),
                    shares,
                    BODY - 1);
        }
    }

    /** In the order in which they were said, with what was done. */
    private void opinions(PdfSheet sheet, CaseFile file) throws IOException {
        heading(sheet, "work.paper.opinions");
        for (var stretch : timelines.of(file).stretches()) {
            for (var event : stretch.events()) {
                if (!event.isOfSystem()) {
                    sheet.row(List.of(at(event.at()), name(event), said(event)), OPINION, BODY - 1);
                }
            }
        }
    }

    private String name(TimelineEvent event) {
        return event.onBehalfOf() == null
                ? String.valueOf(event.actor())
                : words.say("{work.paper.behalf|" + event.actor() + "|" + event.onBehalfOf() + "}");
    }

    private static String said(TimelineEvent event) {
        return event.opinion() == null ? event.what() : event.what() + "\n" + event.opinion();
    }

    private void proof(PdfSheet sheet, Issue issue, String proof, Account who) throws IOException, WriterException {
        sheet.room(SEAL + 48);
        sheet.space(SEAL + 12);
        var bottom = sheet.y();
        sheet.squares(code(proof), PdfSheet.LEFT, bottom + 10, CODE);
        var seal = seals.image();
        if (seal.isPresent()) {
            sheet.image(seal.get(), PdfSheet.LEFT + PdfSheet.WIDTH - SEAL, bottom + 4, SEAL);
        }
        sheet.space(2);
        sheet.text(words.say("{work.paper.proof|" + at(issue.at()) + "|" + rows.name(who.id()) + "}"), 8);
        sheet.text(proof, 8);
        sheet.text(words.say("{work.paper.digest}") + " " + issue.digest(), 8);
        sheet.text(words.say(seal.isPresent() ? "{work.paper.no-signature}" : "{work.paper.no-seal}"), 8);
    }

    private void heading(PdfSheet sheet, String key) throws IOException {
        sheet.space(12);
        sheet.room(48);
        sheet.text(words.say("{" + key + "}"), 12);
        sheet.rule();
    }

    private static boolean[][] code(String text) throws WriterException {
        var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, Map.of(EncodeHintType.MARGIN, 0));
        var dark = new boolean[matrix.getHeight()][matrix.getWidth()];
        for (var row = 0; row < dark.length; row++) {
            for (var column = 0; column < dark.length; column++) {
                dark[row][column] = matrix.get(column, row);
            }
        }
        return dark;
    }

    private String at(Instant instant) {
        return minute.format(instant);
    }
}
