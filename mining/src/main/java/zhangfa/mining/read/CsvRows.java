package zhangfa.mining.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of a CSV file (RFC 4180) as slices of one buffer: no string is made of a field. What parts the fields (comma, semicolon, tab or bar)
 * is seen from the first line. A row may be 16 MB long and have 10,000 fields.
 */
final class CsvRows {

    private static final int LONGEST = 1 << 24;
    private static final int MOST = 10_000;

    private final InputStream in;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private byte[] buffer = new byte[1 << 17];
    private int at;
    private int filled;
    private boolean ended;

    private byte separator = ',';
    private long line;
    private long nextLine = 1;

    private int[] froms = new int[32];
    private int[] tos = new int[32];
    private int fields;
    private int doubled;

    CsvRows(InputStream in) {
        this.in = in;
    }

    /** Reads the next row that is not blank; false at the end of the file. */
    boolean next() throws IOException, LogRefused {
        if (line == 0) {
            begin();
        }
        do {
            line = nextLine;
            // A row that the buffer cuts off is read again from its beginning: simpler than going on, and rare.
            while (!row(at)) {
                fill();
            }
            if (at == filled && ended && fields == 0) {
                return false;
            }
        } while (fields == 0);
        return true;
    }

    int fields() {
        return fields;
    }

    /** Where the slices of this row lie; another array after the next row. */
    byte[] bytes() {
        return buffer;
    }

    int from(int field) {
        return froms[field];
    }

    int to(int field) {
        return tos[field];
    }

    boolean isEmpty(int field) {
        return froms[field] == tos[field];
    }

    String text(int field) {
        return new String(buffer, froms[field], tos[field] - froms[field], StandardCharsets.UTF_8);
    }

    /** Names the line on which the row begins, and the field by its number. */
    LogRefused refusal(int field, String reasonCode, String reason) {
        return new LogRefused(line, 0, reasonCode, "field " + (field + 1) + ": " + reason);
    }

    private void begin() throws IOException, LogRefused {
        fill();
        if (filled >= 3 && buffer[0] == (byte) 0xef && buffer[1] == (byte) 0xbb && buffer[2] == (byte) 0xbf) {
            at = 3;
        } else if (filled >= 2 && (buffer[0] & 0xfe) == 0xfe && (buffer[1] & 0xfe) == 0xfe) {
            throw new LogRefused(1, 1, "not-utf-8", "the file is in UTF-16; save it as UTF-8");
        }
        var counts = new int[128];
        var quoted = false;
        for (var i = at; i < filled && (quoted || (buffer[i] != '\n' && buffer[i] != '\r')); i++) {
            quoted ^= buffer[i] == '"';
            if (!quoted && buffer[i] > 0) {
                counts[buffer[i]]++;
            }
        }
        for (var candidate : new byte[] {';', '\t', '|'}) {
            separator = counts[candidate] > counts[separator] ? candidate : separator;
        }
    }

    /** Takes more bytes in behind those of the row that has begun. */
    private void fill() throws IOException, LogRefused {
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        filled -= at;
        at = 0;
        if (filled == buffer.length) {
            if (filled >= LONGEST) {
                throw new LogRefused(line, 0, "too-long", "the row is longer than " + LONGEST + " bytes");
            }
            buffer = Arrays.copyOf(buffer, filled * 2);
        }
        var read = in.readNBytes(buffer, filled, buffer.length - filled);
        filled += read;
        ended = filled < buffer.length;
    }

    /** Reads one row; false, and nothing done, where the buffer ends before the row does. */
    private boolean row(int from) throws LogRefused {
        fields = 0;
        doubled = 0;
        var i = from;
        var lines = 0;
        while (true) {
            if (fields == froms.length) {
                widen();
            }
            if (i < filled && buffer[i] == '"') {
                var end = closing(i + 1);
                if (end < 0) {
                    return false;
                }
                lines += lines(i, end);
                field(i + 1, end);
                i = end + 1;
            } else {
                var end = plain(i);
                field(i, end);
                i = end;
            }
            if (i == filled) {
                return ended && finish(i, lines);
            }
            var mark = buffer[i++];
            if (mark == separator) {
                continue;
            }
            if (mark == '\r' && i < filled && buffer[i] == '\n') {
                i++;
            } else if (mark == '\r' && i == filled && !ended) {
                return false;
            } else if (mark != '\n' && mark != '\r') {
                throw refusal(fields - 1, "quote", "text follows its closing quote");
            }
            return finish(i, lines + 1);
        }
    }

    private int plain(int from) {
        var bytes = buffer;
        var end = filled;
        var mark = separator;
        var i = from;
        while (i < end && bytes[i] != mark && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    /** Where the quote that opened closes; -1 where the buffer ends before it. */
    private int closing(int from) throws LogRefused {
        for (var i = from; i < filled; i++) {
            if (buffer[i] == '"') {
                if (i + 1 == filled) {
                    return ended ? i : -1;
                }
                if (buffer[i + 1] != '"') {
                    return i;
                }
                doubled++;
                i++;
            }
        }
        if (ended) {
            throw refusal(fields, "truncated", "its quote is never closed");
        }
        return -1;
    }

    private int lines(int from, int to) {
        var lines = 0;
        for (var i = from; i < to; i++) {
            lines += buffer[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private void field(int from, int to) {
        froms[fields] = from;
        tos[fields++] = to;
    }

    private void widen() throws LogRefused {
        if (fields >= MOST) {
            throw refusal(fields, "row-length", "the row has more than " + MOST + " fields");
        }
        froms = Arrays.copyOf(froms, fields * 2);
        tos = Arrays.copyOf(tos, fields * 2);
    }

    private boolean finish(int end, int lines) throws LogRefused {
        check(at, end);
        nextLine += lines;
        at = end;
        if (fields == 1 && isEmpty(0)) {
            fields = 0;
        }
        for (var field = 0; field < fields && doubled > 0; field++) {
            halve(field);
        }
        return true;
    }

    /** Refuses what is not UTF-8; most rows are plain ASCII, which is seen at once. */
    private void check(int from, int to) throws LogRefused {
        var signs = 0;
        for (var i = from; i < to; i++) {
            signs |= buffer[i];
        }
        if (signs >= 0) {
            return;
        }
        try {
            utf8.decode(ByteBuffer.wrap(buffer, from, to - from));
        } catch (CharacterCodingException e) {
            throw new LogRefused(line, 0, "not-utf-8", "the text is not in UTF-8; save the file as UTF-8");
        }
    }

    /** Only quoted fields hold quotes in pairs; they are halved where they stand. */
    private void halve(int field) {
        var from = froms[field];
        if (from == 0 || buffer[from - 1] != '"') {
            return;
        }
        var into = from;
        for (var i = from; i < tos[field]; i++) {
            buffer[into++] = buffer[i];
            if (buffer[i] == '"') {
                i++;
            }
        }
        tos[field] = into;
    }
}
