package zhangfa.mining.log;

/**
 * The core of a log: events grouped by case, in their order. A column that the log does not have is empty.
 *
 * @param firsts where each case begins, and at last where all end
 */
@SuppressWarnings("ArrayRecordComponent") // primitives are the point
record EventColumns(int[] firsts, int[] activity, int[] resource, long[] start, long[] end) {

    long bytes() {
        return 4L * (firsts.length + activity.length + resource.length) + 8L * (start.length + end.length);
    }
}
