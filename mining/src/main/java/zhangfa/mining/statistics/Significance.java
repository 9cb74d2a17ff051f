package zhangfa.mining.statistics;

/** Whether two shares differ by more than chance: Pearson's chi-square test with one degree of freedom. */
final class Significance {

    private Significance() {}

    /** The statistic for so many hits of so many, twice. */
    static double chiSquare(long hits, long of, long otherHits, long ofOther) {
        var all = (double) of + ofOther;
        var share = (hits + otherHits) / all;
        if (share == 0 || share == 1 || of == 0 || ofOther == 0) {
            return 0;
        }
        var difference = hits - of * share;
        return difference * difference / (share * (1 - share)) * all / ((double) of * ofOther);
    }

    /** How probable a statistic of this size or more is by chance. */
    static double probability(double chiSquare) {
        return complementaryError(Math.sqrt(chiSquare / 2));
    }

    /** The statistic that chance exceeds with this probability. */
    static double chiSquare(double probability) {
        var low = 0.0;
        var high = 1400.0;
        for (var i = 0; i < 100; i++) {
            var middle = (low + high) / 2;
            if (probability(middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The complementary error function: its series near zero, its continued fraction further out (Abramowitz and Stegun, 7.1.5 and 7.1.14). */
    private static double complementaryError(double x) {
        if (x < 2) {
            var term = x;
            var sum = x;
            for (var n = 1; n < 60; n++) {
                term *= -x * x / n;
                sum += term / (2 * n + 1);
            }
            return 1 - 2 / Math.sqrt(Math.PI) * sum;
        }
        var fraction = 0.0;
        for (var n = 60; n > 0; n--) {
            fraction = n / 2.0 / (x + fraction);
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
    }
}
