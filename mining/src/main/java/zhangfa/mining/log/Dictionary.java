package zhangfa.mining.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** Numbers texts in the order in which they first came; they are kept as UTF-8, one after the other, so that reading makes no strings. */
final class Dictionary {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    // Chosen at start, so that nobody can write a file whose names all fall into one slot.
    private static final long FACTOR = new SecureRandom().nextLong() | 1;

    private byte[] bytes = new byte[256];
    private int[] ends = new int[17];
    private int size;
    private int[] slots = new int[64];
    private int[] hashes = new int[16];

    int size() {
        return size;
    }

    int code(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        return code(0, utf8, 0, utf8.length);
    }

    /** The number of these bytes; the same bytes of another kind have a number of their own. */
    int code(int kind, byte[] text, int from, int to) {
        var hash = hash(kind, text, from, to);
        var mask = slots.length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask) {
            var code = slots[slot] - 1;
            if (code < 0) {
                slots[slot] = size + 1;
                append(kind, text, from, to);
                hashes[size - 1] = hash;
                if (size * 2 > slots.length) {
                    widen();
                }
                return size - 1;
            }
            if (hashes[code] == hash && same(code, kind, text, from, to)) {
                return code;
            }
        }
    }

    /** A new number for a text that may have one already; such a text is not found again by {@link #code}. */
    int append(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        append(0, utf8, 0, utf8.length);
        return size - 1;
    }

    List<String> names() {
        return new Names(Arrays.copyOf(bytes, ends[size]), Arrays.copyOf(ends, size + 1));
    }

    private boolean same(int code, int kind, byte[] text, int from, int to) {
        var start = ends[code];
        return bytes[start] == kind && Arrays.equals(bytes, start + 1, ends[code + 1], text, from, to);
    }

    private void append(int kind, byte[] text, int from, int to) {
        var start = ends[size];
        var end = start + (to - from + 1);
        if (end > bytes.length || end < 0) {
            bytes = Arrays.copyOf(bytes, Growth.enough(bytes.length, end));
        }
        if (size + 2 > ends.length) {
            ends = Arrays.copyOf(ends, Growth.enough(ends.length, size + 2));
            hashes = Arrays.copyOf(hashes, ends.length);
        }
        bytes[start] = (byte) kind;
        System.arraycopy(text, from, bytes, start + 1, to - from);
        ends[++size] = end;
    }

    private void widen() {
        slots = new int[slots.length * 2];
        var mask = slots.length - 1;
        for (var code = 0; code < size; code++) {
            var slot = hashes[code] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = code + 1;
        }
    }

    private static int hash(int kind, byte[] text, int from, int to) {
        var hash = (kind + 1L) * FACTOR;
        var at = from;
        for (; at + 8 <= to; at += 8) {
            hash = mix(hash ^ (long) WORDS.get(text, at));
        }
        var rest = 0L;
        for (; at < to; at++) {
            rest = (rest << 8) | (text[at] & 0xff);
        }
        hash = mix(hash ^ rest ^ ((long) (to - from) << 56));
        return (int) (hash ^ (hash >>> 32));
    }

    private static long mix(long value) {
        var product = value * FACTOR;
        return product ^ (product >>> 29);
    }

    /** The texts by number, made into strings when they are asked for. */
    private static final class Names extends AbstractList<String> implements RandomAccess {

        private final byte[] bytes;
        private final int[] ends;

        Names(byte[] bytes, int[] ends) {
            this.bytes = bytes;
            this.ends = ends;
        }

        @Override
        public String get(int index) {
            return new String(bytes, ends[index] + 1, ends[index + 1] - ends[index] - 1, StandardCharsets.UTF_8);
        }

        @Override
        public int size() {
            return ends.length - 1;
        }
    }
}
