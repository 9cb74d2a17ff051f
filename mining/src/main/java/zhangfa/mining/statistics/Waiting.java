package zhangfa.mining.statistics;

/**
 * The time that work waited, parted by cause; in microseconds. The parts add up to the whole (Lashkevich, Milani, Chapela-Campa, Suvorau and Dumas,
 * <i>Unveiling the Causes of Waiting Time in Business Processes from Event Logs</i>, 2024).
 *
 * @param batching until the last item of the batch was there that the work was done with
 * @param contention while its resource worked on what had been waiting longer
 * @param prioritisation while its resource worked on what had been waiting less long
 * @param unavailability while its resource did not work
 * @param other for whatever else
 */
public record Waiting(long batching, long contention, long prioritisation, long unavailability, long other) {

    static final Waiting NONE = new Waiting(0, 0, 0, 0, 0);

    public long total() {
        return batching + contention + prioritisation + unavailability + other;
    }

    Waiting plus(Waiting more) {
        return new Waiting(
                batching + more.batching,
                contention + more.contention,
                prioritisation + more.prioritisation,
                unavailability + more.unavailability,
                other + more.other);
    }
}
