package zhangfa.rulebook.obligation;

/** When something is to be done. */
public sealed interface When {

    /**
     * In a rhythm.
     *
     * @param workday due on which workday of the period; counted from its end where negative
     */
    record Schedule(Rhythm rhythm, int workday) implements When {}

    /**
     * Within a time of something that happened.
     *
     * @param trigger a query on facts: {@code subject} and {@code at} of what starts the time
     * @param within working time, such as {@code P2D} or {@code PT8H}
     */
    record Clock(String trigger, String within) implements When {}
}
