package zhangfa.mining.log;

/** How times count across the change to summer time and back. */
public enum ClockChanges {
    /**
     * By the clock on the wall, if all offsets of a log lie within one hour and so belong to one place in summer and winter: eight in the
     * morning stays eight in the morning, as working hours do. Other logs count as {@link #ELAPSED}.
     */
    ON_THE_WALL,
    /** By the time that really passed. */
    ELAPSED
}
