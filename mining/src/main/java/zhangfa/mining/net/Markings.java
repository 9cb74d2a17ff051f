package zhangfa.mining.net;

import java.util.Arrays;

/** The markings met so far: each is kept once, one byte a place, and is known by a small number from then on. */
public final class Markings {

    /** More tokens than this on one place are taken for a net that grows without bound. */
    public static final int MOST_TOKENS = Byte.MAX_VALUE;

    private final int places;
    private byte[] tokens;
    private int[] slots = new int[64];
    private int[] hashes = new int[32];
    private int size;

    public Markings(int places) {
        this.places = places;
        this.tokens = new byte[places * 32];
    }

    public int size() {
        return size;
    }

    /** The number of a marking, given now or before. */
    public int number(int[] marking) {
        var hash = hash(marking);
        var slot = slot(marking, hash);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        slots[slot] = size + 1;
        append(marking, hash);
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    /** Whether the marking was met. */
    public boolean contains(int[] marking) {
        return slots[slot(marking, hash(marking))] != 0;
    }

    /** Where the marking is noted, or would be. */
    private int slot(int[] marking, int hash) {
        var mask = slots.length - 1;
        var slot = hash & mask;
        while (slots[slot] != 0 && !(hashes[slots[slot] - 1] == hash && isAt(slots[slot] - 1, marking))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** How many tokens the marking of this number has on a place. */
    public int tokens(int number, int place) {
        return tokens[number * places + place];
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

    private void append(int[] marking, int hash) {
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
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        var mask = slots.length - 1;
        for (var number = 0; number < size; number++) {
            var slot = hashes[number] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }

    /** Each place has a factor of its own, so that the processor need not wait for one place to count the next. */
    private static int hash(int[] marking) {
        var hash = 0L;
        for (var place = 0; place < marking.length; place++) {
            var factor = (place + 1) * 0x9E3779B97F4A7C15L;
            hash += marking[place] * (factor ^ (factor >>> 32));
        }
        hash *= 0xC2B2AE3D27D4EB4FL;
        return (int) (hash ^ (hash >>> 32));
    }
}
