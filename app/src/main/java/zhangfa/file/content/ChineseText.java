package zhangfa.file.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Recognises text in GB 18030, in which Chinese spreadsheets still write their CSV files. */
final class ChineseText {

    private ChineseText() {}

    static boolean is(byte[] start) {
        for (var octet : start) {
            if (isControl(octet)) {
                return false;
            }
        }
        var decoder = Charset.forName("GB18030")
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // A character that the last bytes only begin is no error: the rest follows in the file.
        return !decoder.decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length + 1), false)
                .isError();
    }

    private static boolean isControl(byte octet) {
        return switch (octet) {
            case '\t', '\n', '\r' -> false;
            case 0x7f -> true;
            default -> octet >= 0 && octet < ' ';
        };
    }
}
