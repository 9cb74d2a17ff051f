package zhangfa.mining.log;

import static zhangfa.mining.log.EventLog.NOBODY;
import static zhangfa.mining.log.EventLog.NO_TIME;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes events in any order and makes a log of them. Not safe for several threads; of no use after {@link #build}. */
public final class EventLogBuilder {

    private final Dictionary caseNames = new Dictionary();
    private final Dictionary activities = new Dictionary();
    private final Dictionary resources = new Dictionary();
    private final Map<String, ColumnBuilder> eventColumns = new LinkedHashMap<>();
    private final Map<String, ColumnBuilder> caseColumns = new LinkedHashMap<>();

    private int size;
    private int[] cases = new int[0];
    private int[] activityOf = new int[0];
    private int[] resourceOf = new int[0];
    private long[] ends = new long[0];
    private long[] starts = new long[0];
    private final Offsets offsets = new Offsets();
    private ClockChanges clockChanges = ClockChanges.ELAPSED;
    private long leftOut;

    /** A new case; another case of the same name stays a case of its own. */
    public int newCase(String name) {
        return caseNames.append(name);
    }

    /** The case of this name, new if there is none. Do not mix with {@link #newCase}. */
    public int caseNamed(String name) {
        return caseNames.code(name);
    }

    /** The case named by UTF-8 bytes. */
    public int caseNamed(byte[] utf8, int from, int to) {
        return caseNames.code(0, utf8, from, to);
    }

    public int activity(String name) {
        return activities.code(name);
    }

    public int activity(byte[] utf8, int from, int to) {
        return activities.code(0, utf8, from, to);
    }

    public int resource(String name) {
        return resources.code(name);
    }

    public int resource(byte[] utf8, int from, int to) {
        return resources.code(0, utf8, from, to);
    }

    /** How many events there are, and so the place of the next one in its columns. */
    public int events() {
        return size;
    }

    /** An attribute of events, by the place at which {@link #add} put them. */
    public ColumnBuilder eventColumn(String key) {
        return eventColumns.computeIfAbsent(key, ColumnBuilder::new);
    }

    /** An attribute of cases, by their number. */
    public ColumnBuilder caseColumn(String key) {
        return caseColumns.computeIfAbsent(key, ColumnBuilder::new);
    }

    /** Counts an event that has no activity and therefore no place in a log. */
    public void leaveOut() {
        leftOut++;
    }

    /** The offsets from UTC, in minutes, with which the times of the next event were written. */
    public void writtenAt(int startOffset, int endOffset) {
        offsets.set(size, startOffset, endOffset);
    }

    /** How times count whose offsets {@link #writtenAt} told; {@link ClockChanges#ELAPSED} unless said here. */
    public EventLogBuilder counting(ClockChanges changes) {
        clockChanges = changes;
        return this;
    }

    /**
     * One event. Numbers come from the methods above, times are microseconds since 1970 in UTC.
     *
     * @param resource or {@link EventLog#NOBODY}
     * @param start when work began, or {@link EventLog#NO_TIME}
     * @param end when it happened or was complete, or {@link EventLog#NO_TIME}
     * @throws LogTooLarge after about two thousand million events
     */
    public void add(int caseNumber, int activity, int resource, long start, long end) {
        if (size == cases.length) {
            widen();
        }
        cases[size] = caseNumber;
        activityOf[size] = activity;
        ends[size] = end;
        if (resource != NOBODY) {
            setResource(resource);
        }
        if (start != NO_TIME) {
            setStart(start);
        }
        size++;
    }

    // Columns that a log does not have cost nothing.
    private void setResource(int resource) {
        if (size >= resourceOf.length) {
            var length = resourceOf.length;
            resourceOf = Arrays.copyOf(resourceOf, cases.length);
            Arrays.fill(resourceOf, length, cases.length, NOBODY);
        }
        resourceOf[size] = resource;
    }

    private void setStart(long start) {
        if (size >= starts.length) {
            var length = starts.length;
            starts = Arrays.copyOf(starts, cases.length);
            Arrays.fill(starts, length, cases.length, NO_TIME);
        }
        starts[size] = start;
    }

    private void widen() {
        var length = Growth.enough(size, size + 1);
        cases = Arrays.copyOf(cases, length);
        activityOf = Arrays.copyOf(activityOf, length);
        ends = Arrays.copyOf(ends, length);
    }

    /** The log, with the events of a case in the order of their end. */
    public EventLog build() {
        return build(EventOrder.BY_END);
    }

    /** The log; events that the order does not tell apart, or that have no time, stay as they were added. */
    public EventLog build(EventOrder order) {
        if (clockChanges == ClockChanges.ON_THE_WALL) {
            offsets.toWall(size, starts, ends);
        }
        var grouping = Grouping.of(cases, size, caseNames.size());
        cases = new int[0];
        grouping.sort(order, starts, ends);
        var activity = grouping.arrange(activityOf);
        activityOf = new int[0];
        var resource = resourceOf.length == 0 ? resourceOf : grouping.arrange(padded(resourceOf));
        resourceOf = new int[0];
        var end = anyTime(ends, size) ? grouping.arrange(ends) : new long[0];
        ends = new long[0];
        var start = starts.length == 0 ? starts : grouping.arrange(padded(starts));
        starts = new long[0];
        var columns = new EventColumns(grouping.firsts(), activity, resource, start, end);
        var names = new LogNames(caseNames.names(), List.copyOf(activities.names()), List.copyOf(resources.names()));
        return new EventLog(columns, names, attributes(eventColumns, grouping), attributes(caseColumns), leftOut);
    }

    private int[] padded(int[] column) {
        var exact = Arrays.copyOf(column, size);
        Arrays.fill(exact, Math.min(size, column.length), size, NOBODY);
        return exact;
    }

    private long[] padded(long[] column) {
        var exact = Arrays.copyOf(column, size);
        Arrays.fill(exact, Math.min(size, column.length), size, NO_TIME);
        return exact;
    }

    private static boolean anyTime(long[] times, int size) {
        for (var i = 0; i < size; i++) {
            if (times[i] != NO_TIME) {
                return true;
            }
        }
        return false;
    }

    private Map<String, Column> attributes(Map<String, ColumnBuilder> builders, Grouping grouping) {
        var columns = new LinkedHashMap<String, Column>();
        builders.forEach((key, builder) -> columns.put(key, grouping.arrange(builder.build(size))));
        return columns;
    }

    private Map<String, Column> attributes(Map<String, ColumnBuilder> builders) {
        var columns = new LinkedHashMap<String, Column>();
        builders.forEach((key, builder) -> columns.put(key, builder.build(caseNames.size())));
        return columns;
    }
}
