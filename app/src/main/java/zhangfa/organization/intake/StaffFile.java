package zhangfa.organization.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.Row;
import zhangfa.api.Refusal;
import zhangfa.ui.Workbook;

/** Reads the rows of an Excel file that comes from outside. */
final class StaffFile {

    private static final int MOST_ROWS = 10_000;
    private static final int LONGEST_CELL = 500;

    private StaffFile() {}

    static List<StaffRow> read(byte[] content) {
        try {
            try (var workbook = Workbook.open(content);
                    var rows = workbook.getFirstSheet().openStream()) {
                return rows(rows.limit(MOST_ROWS + 2L).toList());
            }
        } catch (IOException | ExcelReaderException unreadable) {
            throw Refusal.invalid("/file", "{organization.import-unreadable}");
        }
    }

    private static List<StaffRow> rows(List<Row> rows) {
        if (rows.size() > MOST_ROWS + 1) {
            throw Refusal.invalid("/file", "{organization.import-too-long|" + MOST_ROWS + "}");
        }
        if (rows.isEmpty()) {
            throw Refusal.invalid("/file", "{organization.import-empty}");
        }
        var places = places(rows.getFirst());
        var found = new ArrayList<StaffRow>();
        for (var row : rows.subList(1, rows.size())) {
            var staff = staff(row, places);
            if (!isBlank(staff)) {
                found.add(staff);
            }
        }
        if (found.isEmpty()) {
            throw Refusal.invalid("/file", "{organization.import-empty}");
        }
        return found;
    }

    private static Map<Column, Integer> places(Row head) {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (int place = 0; place < head.getCellCount(); place++) {
            var at = place;
            Column.headed(text(head, place)).ifPresent(column -> places.putIfAbsent(column, at));
        }
        for (var needed : List.of(Column.USERNAME, Column.NAME, Column.UNIT)) {
            if (!places.containsKey(needed)) {
                throw Refusal.invalid("/file", "{organization.import-column-missing|" + needed.heading() + "}");
            }
        }
        return places;
    }

    private static StaffRow staff(Row row, Map<Column, Integer> places) {
        return new StaffRow(
                row.getRowNum(),
                cell(row, places, Column.USERNAME),
                cell(row, places, Column.NAME),
                cell(row, places, Column.UNIT),
                cell(row, places, Column.PARENT),
                cell(row, places, Column.POSITION),
                cell(row, places, Column.LEVEL),
                cell(row, places, Column.HEAD),
                cell(row, places, Column.EMAIL),
                cell(row, places, Column.PHONE));
    }

    private static boolean isBlank(StaffRow row) {
        return (row.username() + row.name() + row.unit() + row.position() + row.email() + row.phone()).isEmpty();
    }

    private static String cell(Row row, Map<Column, Integer> places, Column column) {
        var place = places.get(column);
        return place == null ? "" : text(row, place);
    }

    private static String text(Row row, int place) {
        if (place >= row.getCellCount()) {
            return "";
        }
        var cell = row.getCell(place);
        var text = cell == null ? "" : cell.getText().replace("\0", "").strip();
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }
}
