package zhangfa.mining.log;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds cases of equal sequence: each distinct one is hashed into a table and kept as the first case that took it. */
final class VariantReading {

    private final int[] firsts;
    private final int[] activity;
    private int[] slots = new int[256];
    private int[] hashes = new int[64];
    private int[] examples = new int[64];
    private int[] counts = new int[64];
    private int size;

    private VariantReading(int[] firsts, int[] activity) {
        this.firsts = firsts;
        this.activity = activity;
    }

    static CaseVariants of(int[] firsts, int[] activity, List<String> activities) {
        return new VariantReading(firsts, activity).read(activities);
    }

    private CaseVariants read(List<String> activities) {
        var cases = firsts.length - 1;
        var found = new int[cases];
        for (var i = 0; i < cases; i++) {
            found[i] = variant(i);
        }
        var order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt((Integer i) -> -counts[i]));
        var sequences = new int[size][];
        var sortedCounts = new int[size];
        var ranks = new int[size];
        for (var rank = 0; rank < size; rank++) {
            var variant = order[rank];
            ranks[variant] = rank;
            sortedCounts[rank] = counts[variant];
            sequences[rank] = Arrays.copyOfRange(activity, firsts[examples[variant]], firsts[examples[variant] + 1]);
        }
        Arrays.setAll(found, i -> ranks[found[i]]);
        return new CaseVariants(new Variants(activities, sequences, sortedCounts), found);
    }

    private int variant(int caseNumber) {
        var from = firsts[caseNumber];
        var to = firsts[caseNumber + 1];
        var hash = hash(from, to);
        var mask = slots.length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask) {
            var variant = slots[slot] - 1;
            if (variant < 0) {
                slots[slot] = size + 1;
                return append(caseNumber, hash);
            }
            if (hashes[variant] == hash && same(variant, from, to)) {
                counts[variant]++;
                return variant;
            }
        }
    }

    private boolean same(int variant, int from, int to) {
        var example = examples[variant];
        return Arrays.equals(activity, firsts[example], firsts[example + 1], activity, from, to);
    }

    private int append(int caseNumber, int hash) {
        if (size == examples.length) {
            examples = Arrays.copyOf(examples, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        examples[size] = caseNumber;
        counts[size] = 1;
        hashes[size++] = hash;
        if (size * 2 > slots.length) {
            widen();
        }
        return size - 1;
    }

    private void widen() {
        slots = new int[slots.length * 2];
        var mask = slots.length - 1;
        for (var variant = 0; variant < size; variant++) {
            var slot = hashes[variant] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = variant + 1;
        }
    }

    private int hash(int from, int to) {
        var hash = 0x9E3779B97F4A7C15L;
        for (var i = from; i < to; i++) {
            hash = (hash ^ activity[i]) * 0xD6E8FEB86659FD93L;
            hash ^= hash >>> 32;
        }
        return (int) (hash ^ (hash >>> 29));
    }
}
