package zhangfa.organization.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;

/** Writes staff files for tests: a head row of the template, then the given rows. */
final class StaffSheet {

    private StaffSheet() {}

    static byte[] of(String[]... rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Tests", "1.0")) {
            var sheet = workbook.newWorksheet("员工");
            var columns = Column.values();
            for (int place = 0; place < columns.length; place++) {
                sheet.value(0, place, columns[place].heading());
            }
            for (int row = 0; row < rows.length; row++) {
                for (int place = 0; place < rows[row].length; place++) {
                    sheet.value(row + 1, place, rows[row][place]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String[] row(String... cells) {
        return cells;
    }
}
