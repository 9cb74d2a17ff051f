package zhangfa.mining.log;

/** How arrays grow: by half, up to the longest that the JVM can hold. */
final class Growth {

    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private Growth() {}

    static int enough(int length, int needed) {
        if (needed < 0 || needed > LONGEST) {
            throw new LogTooLarge("More than " + LONGEST + " entries in one column");
        }
        return (int) Math.min(LONGEST, Math.max(needed, length + (length >> 1) + 16L));
    }
}
