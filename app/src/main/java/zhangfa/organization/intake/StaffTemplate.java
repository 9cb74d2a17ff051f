package zhangfa.organization.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import zhangfa.api.Words;

/** The empty staff file for download, with a sheet that explains each column. */
final class StaffTemplate {

    private static final int WIDTH = 18;

    private StaffTemplate() {}

    static byte[] write(Words words) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Zhangfa", "1.0")) {
            var columns = Column.values();
            var staff = workbook.newWorksheet(words.say("{organization.import-sheet}"));
            for (int place = 0; place < columns.length; place++) {
                staff.value(0, place, columns[place].heading());
                staff.width(place, WIDTH);
                staff.style(0, place).bold().set();
            }
            staff.range(1, 0, 1000, columns.length - 1).style().format("@").set();
            staff.freezePane(0, 1);
            var help = workbook.newWorksheet(words.say("{organization.import-help}"));
            help.width(0, WIDTH);
            help.width(1, 5.0 * WIDTH);
            for (int line = 0; line < columns.length; line++) {
                help.value(line, 0, columns[line].heading());
                help.value(line, 1, words.say("{organization.column." + columns[line].key() + ".help}"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
