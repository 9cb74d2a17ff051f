package zhangfa.mining.bench;

/** MT19937 (Matsumoto and Nishimura, 1998), seeded and read as Python's {@code random} does, so that the same seed gives the same log. */
final class MersenneTwister {

    private static final int SIZE = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[SIZE];
    private int at = SIZE;

    MersenneTwister(int seed) {
        state[0] = 19650218;
        for (var i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
        var i = 1;
        for (var k = 0; k < SIZE; k++) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1664525)) + seed;
            i = next(i);
        }
        for (var k = 1; k < SIZE; k++) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1566083941)) - i;
            i = next(i);
        }
        state[0] = 0x80000000;
    }

    private int next(int i) {
        if (i + 1 < SIZE) {
            return i + 1;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }

    /** From 0 up to but not 1. */
    double uniform() {
        var high = word() >>> 5;
        var low = word() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    double exponential(double rate) {
        return -Math.log(1.0 - uniform()) / rate;
    }

    int below(int bound) {
        var bits = 32 - Integer.numberOfLeadingZeros(bound);
        var value = word() >>> (32 - bits);
        while (value >= bound) {
            value = word() >>> (32 - bits);
        }
        return value;
    }

    private int word() {
        if (at == SIZE) {
            twist();
        }
        var word = state[at++];
        word ^= word >>> 11;
        word ^= (word << 7) & 0x9d2c5680;
        word ^= (word << 15) & 0xefc60000;
        return word ^ (word >>> 18);
    }

    private void twist() {
        for (var i = 0; i < SIZE; i++) {
            var joined = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + SHIFT) % SIZE] ^ (joined >>> 1) ^ ((joined & 1) == 0 ? 0 : 0x9908b0df);
        }
        at = 0;
    }
}
