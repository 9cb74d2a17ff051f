package zhangfa.file.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** Tells what a ZIP container is by the names in it: an OFD, an office document, a program, or just an archive. */
final class Zips {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> OFFICE_FOLDERS = Map.of(
            "word", OFFICE + "wordprocessingml.document",
            "xl", OFFICE + "spreadsheetml.sheet",
            "ppt", OFFICE + "presentationml.presentation");

    private Zips() {}

    static boolean begins(byte[] start) {
        return start.length > 3
                && start[0] == 'P'
                && start[1] == 'K'
                && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
    }

    static String type(InputStream stream) {
        try (var zip = new ZipInputStream(stream)) {
            return type(zip);
        } catch (IOException | IllegalArgumentException e) {
            return FileTypes.ZIP; // damaged, or with names in another character set: nobody unpacks it here
        }
    }

    private static String type(ZipInputStream zip) throws IOException {
        var found = FileTypes.ZIP;
        var left = MOST_BYTES;
        var entry = zip.getNextEntry();
        for (int count = 0; entry != null && count < MOST_ENTRIES && left > 0; count++) {
            var name = entry.getName();
            if (name.equals("OFD.xml")) {
                return FileTypes.OFD;
            }
            if (isProgram(name)) {
                return "application/x-program-in-zip";
            }
            found = OFFICE_FOLDERS.getOrDefault(name.replaceFirst("/.*", ""), found);
            left -= skipped(zip, left);
            entry = left > 0 ? zip.getNextEntry() : null;
        }
        return left > 0 ? found : FileTypes.ZIP;
    }

    /** How much an entry inflates to, read no further than the limit. */
    private static long skipped(ZipInputStream zip, long limit) throws IOException {
        var buffer = new byte[8192];
        long inflated = 0;
        for (var read = zip.read(buffer); read > 0 && inflated < limit; read = zip.read(buffer)) {
            inflated += read;
        }
        return inflated;
    }

    private static boolean isProgram(String name) {
        return name.equals("META-INF/MANIFEST.MF")
                || name.equals("AndroidManifest.xml")
                || name.endsWith("/vbaProject.bin");
    }
}
