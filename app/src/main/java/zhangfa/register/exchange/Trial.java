package zhangfa.register.exchange;

import java.util.List;

/**
 * What an import would do.
 *
 * @param added how many records it would add: all, or none where a row is wrong
 * @param ignored columns that belong to no field
 */
public record Trial(int rows, int added, List<RowFault> faults, List<String> ignored) {

    private static final int SHOWN = 100;

    /** What is the matter with a cell; rows are counted as a spreadsheet does, with the head as row 1. */
    public record RowFault(int row, String column, String detail) {}

    public boolean isFine() {
        return faults.isEmpty();
    }

    /** As many as a page has room for. */
    public List<RowFault> shown() {
        return faults.subList(0, Math.min(SHOWN, faults.size()));
    }

    public int more() {
        return faults.size() - shown().size();
    }
}
