package zhangfa.rulebook.obligation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import zhangfa.calendar.WorkingTime;

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
    record Clock(String trigger, String within) implements When {

        private static final int MINUTES = 60;

        public int workdays() {
            return WorkingTime.parse(within).days();
        }

        /** Beside the workdays, in hours; 1.5 for ninety minutes. */
        public BigDecimal hours() {
            return BigDecimal.valueOf(WorkingTime.parse(within).hours().toMinutes())
                    .divide(BigDecimal.valueOf(MINUTES), 2, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
        }

        /** Its words in the message bundle. */
        public String key() {
            if (hours().signum() == 0) {
                return "rulebook.within.days";
            }
            return workdays() == 0 ? "rulebook.within.hours" : "rulebook.within.days-and-hours";
        }
    }
}
