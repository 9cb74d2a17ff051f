package zhangfa.mining.log;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What happened, case by case: an immutable event log (van der Aalst, <i>Process Mining</i>, 2016, ch. 5) in columns of primitives.
 *
 * <p>Cases are numbered from 0 in the order in which they were read. Events are numbered from 0 so that those of one case stand together, in
 * their order; case {@code c} has the events {@code first(c)} to {@code last(c)}, exclusive. Activities and resources are numbers too: positions in
 * {@link #activities()} and {@link #resources()}. Times are microseconds since 1970 in UTC ({@link Moments}). The core columns take 24 bytes
 * an event at most, and 4 a case. Any number of threads may read a log.
 */
public final class EventLog {

    /** The resource of an event that names none. */
    public static final int NOBODY = -1;

    /** The time of an event that has none. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private final int[] firsts;
    private final int[] activity;
    private final int[] resource;
    private final long[] start;
    private final long[] end;
    private final EventColumns columns;
    private final LogNames names;
    private final Map<String, Column> eventAttributes;
    private final Map<String, Column> caseAttributes;
    private final long leftOut;

    EventLog(
            EventColumns columns,
            LogNames names,
            Map<String, Column> eventAttributes,
            Map<String, Column> caseAttributes,
            long leftOut) {
        this.columns = columns;
        this.firsts = columns.firsts();
        this.activity = columns.activity();
        this.resource = columns.resource();
        this.start = columns.start();
        this.end = columns.end();
        this.names = names;
        this.eventAttributes = Collections.unmodifiableMap(eventAttributes);
        this.caseAttributes = Collections.unmodifiableMap(caseAttributes);
        this.leftOut = leftOut;
    }

    /** How many cases there are, those without any event included. */
    public int cases() {
        return firsts.length - 1;
    }

    public int events() {
        return activity.length;
    }

    /** The first event of a case. */
    public int first(int caseNumber) {
        return firsts[caseNumber];
    }

    /** Behind the last event of a case: where the next case begins. */
    public int last(int caseNumber) {
        return firsts[caseNumber + 1];
    }

    public String caseName(int caseNumber) {
        return names.cases().get(caseNumber);
    }

    public List<String> activities() {
        return names.activities();
    }

    public List<String> resources() {
        return names.resources();
    }

    public int activity(int event) {
        return activity[event];
    }

    /** Who did it, or {@link #NOBODY}. */
    public int resource(int event) {
        return resource.length == 0 ? NOBODY : resource[event];
    }

    /** When it happened or was complete, or {@link #NO_TIME}. */
    public long end(int event) {
        return end.length == 0 ? NO_TIME : end[event];
    }

    /** When work on it began; its end where the log does not say. */
    public long start(int event) {
        return start.length == 0 || start[event] == NO_TIME ? end(event) : start[event];
    }

    /** Whether this event knows when work on it began. */
    public boolean knowsStart(int event) {
        return start.length > 0 && start[event] != NO_TIME;
    }

    /** Whether any event knows when work on it began. */
    public boolean knowsStarts() {
        return start.length > 0;
    }

    /** Whether any event knows when it happened. */
    public boolean knowsTimes() {
        return end.length > 0;
    }

    public boolean knowsResources() {
        return resource.length > 0;
    }

    /** What else is known of events, by key, in the order in which the file first named them. */
    public Map<String, Column> eventAttributes() {
        return eventAttributes;
    }

    public Map<String, Column> caseAttributes() {
        return caseAttributes;
    }

    /** A log of these cases of this one, in this order; a case may not come twice. */
    public EventLog withCases(int... cases) {
        return new Selection(this, cases).log();
    }

    /** A log of those cases that are wanted, in their order. */
    public EventLog withCases(IntPredicate wanted) {
        return withCases(IntStream.range(0, cases()).filter(wanted).toArray());
    }

    /** A log of the same cases with those events that are wanted; a case may end up without any. */
    public EventLog withEvents(IntPredicate wanted) {
        return new Selection(this, IntStream.range(0, cases()).toArray(), wanted).log();
    }

    /**
     * A log of whole pieces of work: each completion, with the time of the earliest start of its activity (and {@code concept:instance}, where it is told) in its
     * case that none before it completed. Work that was never complete, and other lifecycle transitions, are not in it.
     */
    public EventLog instances() {
        return new Instances(this).log();
    }

    /** The cases by the time of their first event, those without a time first; equal ones in their order. */
    public EventLog byBeginning() {
        return withCases(IntStream.range(0, cases())
                .boxed()
                .sorted(Comparator.comparingLong(this::beginning))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /** The end of the first event of a case, or {@link #NO_TIME}. */
    public long beginning(int caseNumber) {
        return first(caseNumber) == last(caseNumber) ? NO_TIME : end(first(caseNumber));
    }

    EventColumns columns() {
        return columns;
    }

    LogNames names() {
        return names;
    }

    /** How many events of the source have no activity and are therefore not in this log. */
    public long leftOut() {
        return leftOut;
    }

    /** What the core columns take in memory. */
    public long coreBytes() {
        return columns.bytes();
    }

    /** The distinct sequences of activities; a case without events has the empty one. */
    public Variants variants() {
        return caseVariants().variants();
    }

    /** The variants and which of them each case took; computed anew at each call, in time linear in the events. */
    public CaseVariants caseVariants() {
        return VariantReading.of(firsts, activity, names.activities());
    }
}
