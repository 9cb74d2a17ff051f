package zhangfa.register.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Row;
import zhangfa.api.Refusal;
import zhangfa.ui.Workbook;

/** Reads the rows of a CSV file, in UTF-8 or as Chinese Excel writes it, or of an Excel file. */
final class SheetFile {

    static final int MOST_ROWS = 20_000;
    private static final Charset OF_CHINESE_EXCEL = Charset.forName("GB18030");

    private SheetFile() {}

    /** The first row is the head; each row as its cells, those at its end perhaps missing. */
    static List<List<String>> rows(byte[] content) {
        var rows = isWorkbook(content) ? workbook(content) : csv(text(content));
        if (rows.size() > MOST_ROWS + 1) {
            throw Refusal.invalid("/file", "{register.import.too-long|" + MOST_ROWS + "}");
        }
        if (rows.size() < 2) {
            throw Refusal.invalid("/file", "{register.import.empty}");
        }
        return rows;
    }

    private static boolean isWorkbook(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K';
    }

    private static List<List<String>> workbook(byte[] content) {
        try (var workbook = Workbook.open(content);
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.limit(MOST_ROWS + 2L).map(SheetFile::cells).toList();
        } catch (IOException | ExcelReaderException unreadable) {
            throw Refusal.invalid("/file", "{register.import.unreadable}");
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var at = 0; at < row.getCellCount(); at++) {
            var cell = row.getCell(at);
            cells.add(cell == null ? "" : Workbook.text(cell));
        }
        return cells;
    }

    private static String text(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            return new String(content, OF_CHINESE_EXCEL);
        }
    }

    /** RFC 4180: a cell in quotes may hold commas, line ends and doubled quotes. */
    static List<List<String>> csv(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (quoted) {
                if (sign != '"') {
                    cell.append(sign);
                } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    cell.append(sign);
                    at++;
                } else {
                    quoted = false;
                }
            } else if (sign == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (sign == ',' || sign == '\n') {
                row.add(harmless(cell));
                cell.setLength(0);
                if (sign == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (sign != '\r') {
                cell.append(sign);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(harmless(cell));
            rows.add(List.copyOf(row));
        }
        return rows.stream()
                .filter(cells -> cells.stream().anyMatch(one -> !one.isBlank()))
                .toList();
    }

    /** Our own files carry an apostrophe before what a spreadsheet would take for a formula. */
    private static String harmless(CharSequence cell) {
        return cell.toString().replaceFirst("^'(?=\\s*[=+\\-@\\t\\r＝＋－＠])", "").strip();
    }
}
