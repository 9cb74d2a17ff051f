package zhangfa.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Opens an Excel file that comes from outside; what unpacks to far more than it should is not opened. */
public final class Workbook {

    private static final long LARGEST = 50L * 1024 * 1024;
    private static final int MOST_ENTRIES = 500;

    private Workbook() {}

    /**
     * The workbook, to be closed.
     *
     * @throws IOException where it is none, or too large
     */
    public static ReadableWorkbook open(byte[] content) throws IOException {
        refuseBombs(content);
        return new ReadableWorkbook(new ByteArrayInputStream(content));
    }

    /** What a cell shows; a day as 2027-01-31, not as the number that Excel keeps. */
    public static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER && isDay(cell)) {
            return cell.asDate().toLocalDate().toString();
        }
        return cell.getText().replace("\0", "").strip();
    }

    private static boolean isDay(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).matches(".*y.*[md].*");
    }

    private static void refuseBombs(byte[] content) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            var entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                throw new IOException("More files than a workbook has");
            }
            var left = LARGEST;
            for (var entry : entries) {
                left -= unpacked(zip, entry, left);
            }
        }
    }

    /** How much really comes out, whatever the entry says of itself. */
    private static long unpacked(ZipFile zip, ZipArchiveEntry entry, long limit) throws IOException {
        var buffer = new byte[64 * 1024];
        var size = 0L;
        try (var stream = zip.getInputStream(entry)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new IOException("Unpacks to more than a workbook holds");
                }
            }
        }
        return size;
    }
}
