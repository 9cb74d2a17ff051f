package zhangfa.rulebook.monthend;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import zhangfa.rulebook.control.ControlState;
import zhangfa.rulebook.coverage.Tally;
import zhangfa.rulebook.occurrence.Occurrence.Standing;
import zhangfa.rulebook.occurrence.OccurrenceRow;

/**
 * The monthly operations report 经营月报: every figure is computed from facts when it is asked for.
 *
 * @param counts how many occurrences stand where
 * @param open what is late or missing
 * @param coverage how far the rulebook is lived
 * @param controls those that do not hold
 */
public record MonthReport(
        YearMonth month,
        Map<Standing, Long> counts,
        List<OccurrenceRow> open,
        List<Line> processes,
        Tally coverage,
        long holding,
        List<ControlState> controls) {

    /**
     * A process in the month.
     *
     * @param days mean duration of what was completed, in days with one decimal; empty where nothing was
     * @param late tasks that became due in the month and were not decided in time
     */
    public record Line(String process, long started, long completed, long running, String days, long late) {}

    public long count(Standing standing) {
        return counts.getOrDefault(standing, 0L);
    }

    public long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long fulfilled() {
        return count(Standing.DONE) + count(Standing.VERIFIED);
    }

    /** Of a hundred; a month without obligations has none open. */
    public String rate() {
        return all() == 0 ? "—" : "%.1f %%".formatted(100.0 * fulfilled() / all());
    }
}
