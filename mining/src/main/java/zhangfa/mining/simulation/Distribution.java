package zhangfa.mining.simulation;

import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** How long something takes, by chance; all in microseconds, never negative. */
public sealed interface Distribution {

    long sample(RandomGenerator random);

    /** Always the same. */
    record Fixed(long value) implements Distribution {
        @Override
        public long sample(RandomGenerator random) {
            return value;
        }
    }

    /** Anything between two limits alike. */
    record Uniform(long from, long to) implements Distribution {
        @Override
        public long sample(RandomGenerator random) {
            return from + (long) ((to - from) * random.nextDouble());
        }
    }

    /** The sum of so many exponential times that together have this mean: one is the exponential distribution. */
    record Erlang(int stages, double mean) implements Distribution {

        public Erlang {
            if (stages < 1) {
                throw new IllegalArgumentException(stages + " stages");
            }
        }

        @Override
        public long sample(RandomGenerator random) {
            var sum = 0.0;
            for (var stage = 0; stage < stages; stage++) {
                sum += random.nextExponential();
            }
            return Math.round(sum * mean / stages);
        }
    }

    /** Normal, with what is below zero taken for zero. */
    record Normal(double mean, double deviation) implements Distribution {
        @Override
        public long sample(RandomGenerator random) {
            return Math.max(0, Math.round(random.nextGaussian(mean, deviation)));
        }
    }

    /** Log-normal, by the mean and the standard deviation of the times themselves. */
    record LogNormal(double mean, double deviation) implements Distribution {
        @Override
        public long sample(RandomGenerator random) {
            var variance = Math.log1p(deviation / mean * (deviation / mean));
            return Math.round(Math.exp(random.nextGaussian(Math.log(mean) - variance / 2, Math.sqrt(variance))));
        }
    }

    /** Between two limits, with one value most likely. */
    record Triangular(long from, long likely, long to) implements Distribution {
        @Override
        public long sample(RandomGenerator random) {
            var share = random.nextDouble();
            var width = (double) to - from;
            var rising = (likely - from) / width;
            return Math.round(
                    share < rising
                            ? from + Math.sqrt(share * width * (likely - from))
                            : to - Math.sqrt((1 - share) * width * (to - likely)));
        }
    }

    /** One of the times that were seen, each as likely as it was frequent. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Observed(long[] times) implements Distribution {

        public Observed {
            times = times.clone();
            if (times.length == 0 || Arrays.stream(times).anyMatch(time -> time < 0)) {
                throw new IllegalArgumentException("Times are seen at least once and not negative");
            }
        }

        @Override
        public long sample(RandomGenerator random) {
            return times[random.nextInt(times.length)];
        }
    }

    /** Another distribution, with each time multiplied. */
    record Scaled(Distribution distribution, double factor) implements Distribution {
        @Override
        public long sample(RandomGenerator random) {
            return Math.round(distribution.sample(random) * factor);
        }
    }

    static Distribution fixed(Duration time) {
        return new Fixed(micros(time));
    }

    static Distribution exponential(Duration mean) {
        return new Erlang(1, micros(mean));
    }

    /** This distribution with each time multiplied; 0.5 is twice as fast. */
    default Distribution times(double factor) {
        if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A factor is a number and not negative: " + factor);
        }
        return new Scaled(this, factor);
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1000;
    }
}
