package zhangfa.file.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/** Tells what an OLE compound file is by the streams its directory names: an old office document, or something refused. */
final class Compounds {

    private static final byte[] SIGNATURE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    /** A directory entry begins at a multiple of its length; 64 bytes of it are the name in UTF-16, the next two its length. */
    private static final int ENTRY = 128;

    private static final Map<String, String> DOCUMENTS = Map.of(
            "WordDocument", "application/msword",
            "Workbook", "application/vnd.ms-excel",
            "Book", "application/vnd.ms-excel",
            "PowerPoint Document", "application/vnd.ms-powerpoint");

    private Compounds() {}

    static boolean begins(byte[] start) {
        return start.length >= SIGNATURE.length
                && Arrays.equals(start, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    static String type(InputStream stream) throws IOException {
        for (var entry = stream.readNBytes(ENTRY); entry.length == ENTRY; entry = stream.readNBytes(ENTRY)) {
            var type = DOCUMENTS.get(name(entry));
            if (type != null) {
                return type;
            }
        }
        return "application/x-ole-storage";
    }

    private static String name(byte[] entry) {
        var length = (entry[64] & 0xff) + ((entry[65] & 0xff) << 8) - 2;
        return length > 0 && length < 64 ? new String(entry, 0, length, StandardCharsets.UTF_16LE) : "";
    }
}
