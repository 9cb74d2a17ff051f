package zhangfa.mining.net;

import java.util.Arrays;

/** The markings met so far: each is kept once, one byte a place, and is known by a small number from then on. */
public final class Markings {

    /** More tokens than this on one place are taken for a net that grows without bound. */
    public static final int MOST_TOKENS = Byte.MAX_VALUE;

    private final int places;
    private byte[] tokens;
    private int[] slots = new int[256];
    private int size;

    public Markings(int places) {
        this.places = places;
        this.tokens = new byte[places * 64];
    }

    public int size() {
        return size;
    }

    /** The number of a marking, given now or before. */
    public int number(int[] marking) {
        var mask = slots.length - 1;
        var slot = hash(marking) & mask;
        while (slots[slot] != 0) {
            if (isAt(slots[slot] - 1, marking)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = size + 1;
        append(marking);
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    /** Writes the marking of this number into an array of the caller. */
    public int[] copy(int number, int[] into) {
        var from = number * places;
        for (var place = 0; place < places; place++) {
            into[place] = tokens[from + place];
        }
        return into;
    }

    public int[] get(int number) {
        return copy(number, new int[places]);
    }

    private boolean isAt(int number, int[] marking) {
        var from = number * places;
        for (var place = 0; place < places; place++) {
            if (tokens[from + place] != marking[place]) {
                return false;
            }
        }
        return true;
    }

    private void append(int[] marking) {
        var from = size * places;
        if (from + places > tokens.length) {
            tokens = Arrays.copyOf(tokens, Math.max(tokens.length * 2, from + places));
        }
        for (var place = 0; place < places; place++) {
            if (marking[place] > MOST_TOKENS) {
                throw new UnboundedNetException(place);
            }
            tokens[from + place] = (byte) marking[place];
        }
        size++;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        var mask = slots.length - 1;
        var marking = new int[places];
        for (var number = 0; number < size; number++) {
            var slot = hash(copy(number, marking)) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }

    private static int hash(int[] marking) {
        var hash = 0;
        for (var tokens : marking) {
            hash = hash * 31 + tokens;
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }
}
