package zhangfa.mining.conformance;

import java.util.Arrays;

/** A stack of numbers that is emptied and used again. */
final class IntStack {

    private int[] items = new int[256];
    private int size;

    void push(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    int pop() {
        return items[--size];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }
}
