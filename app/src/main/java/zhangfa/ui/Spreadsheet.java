package zhangfa.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import zhangfa.api.Refusal;

/** A table to take away, as CSV or as an Excel workbook; written while it is read, so that it may have any length. */
public enum Spreadsheet {
    CSV,
    XLSX;

    private static final int MOST_ROWS_OF_EXCEL = 1_048_576;
    private static final int PIECE = 500;

    /** Takes row after row: texts, numbers, or null for an empty cell. */
    public interface Rows {
        void add(@Nullable Object... cells) throws IOException;
    }

    /** Says the rows below the head, as long as there are any. */
    public interface Body {
        void write(Rows rows) throws IOException;
    }

    /** By the end of a file's name; refused as not there where it is another. */
    public static Spreadsheet of(String ending) {
        return Arrays.stream(values())
                .filter(one -> one.name().equalsIgnoreCase(ending))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /** A file to download; the body is asked for its rows while the reader takes them, in the reader's language. */
    public ResponseEntity<StreamingResponseBody> file(String name, List<String> head, Body body) {
        if (this == CSV) {
            return Csv.file(
                    name + ".csv",
                    Csv.row(head.toArray(String[]::new)),
                    spoken(writer -> body.write(cells -> writer.write(Csv.row(texts(cells))))));
        }
        var locale = LocaleContextHolder.getLocale();
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".xlsx")
                                .build()
                                .toString())
                .body(output -> in(locale, () -> workbook(output, head, body)));
    }

    /** Texts stay texts: a cell that begins with an equals sign is no formula. */
    static void workbook(OutputStream output, List<String> head, Body body) throws IOException {
        var workbook = new Workbook(output, "Zhangfa", null);
        var sheet = workbook.newWorksheet("1");
        sheet.freezePane(0, 1);
        var lines = new Lines(sheet);
        lines.add(head.toArray());
        sheet.style(0, 0).bold();
        body.write(lines);
        workbook.finish();
    }

    private static String[] texts(@Nullable Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell instanceof BigDecimal number ? number.toPlainString() : Objects.toString(cell, ""))
                .toArray(String[]::new);
    }

    private static Csv.Body spoken(Csv.Body body) {
        var locale = LocaleContextHolder.getLocale();
        return writer -> in(locale, () -> body.write(writer));
    }

    private interface Act {
        void run() throws IOException;
    }

    /** The file is written by another thread than the one that was asked. */
    private static void in(Locale locale, Act act) throws IOException {
        LocaleContextHolder.setLocale(locale);
        try {
            act.run();
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    /** The rows of a worksheet, sent off in pieces. */
    private static final class Lines implements Rows {

        private final Worksheet sheet;
        private int line;

        Lines(Worksheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public void add(@Nullable Object... cells) throws IOException {
            if (line == MOST_ROWS_OF_EXCEL) {
                throw new IOException("More rows than a worksheet has");
            }
            for (var column = 0; column < cells.length; column++) {
                switch (cells[column]) {
                    case null -> {}
                    case BigDecimal number -> sheet.value(line, column, number);
                    case Object text -> sheet.inlineString(line, column, text.toString());
                }
            }
            line++;
            if (line % PIECE == 0) {
                sheet.flush();
            }
        }
    }
}
