package zhangfa.mining.read;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import zhangfa.mining.log.ClockChanges;
import zhangfa.mining.log.EventOrder;
import zhangfa.mining.log.Progress;

/**
 * How a file is to be read.
 *
 * @param classifier the name of a classifier that the XES file defines; its keys then are the activity
 * @param zone of times that name no offset
 * @param attributes whether to keep what is not one of the columns; without them, reading is faster and takes less memory
 */
public record Reading(
        LogColumns columns,
        @Nullable String classifier,
        ZoneId zone,
        boolean attributes,
        EventOrder order,
        ClockChanges clockChanges,
        Progress progress) {

    /** Usual names, UTC, all attributes, events by their end, times on the wall clock. */
    public static final Reading USUAL = new Reading(
            LogColumns.USUAL, null, ZoneOffset.UTC, true, EventOrder.BY_END, ClockChanges.ON_THE_WALL, Progress.NONE);

    public Reading withColumns(LogColumns columns) {
        return new Reading(columns, classifier, zone, attributes, order, clockChanges, progress);
    }

    public Reading withClassifier(String name) {
        return new Reading(columns, name, zone, attributes, order, clockChanges, progress);
    }

    public Reading withZone(ZoneId zone) {
        return new Reading(columns, classifier, zone, attributes, order, clockChanges, progress);
    }

    public Reading withoutAttributes() {
        return new Reading(columns, classifier, zone, false, order, clockChanges, progress);
    }

    public Reading inOrder(EventOrder order) {
        return new Reading(columns, classifier, zone, attributes, order, clockChanges, progress);
    }

    public Reading counting(ClockChanges changes) {
        return new Reading(columns, classifier, zone, attributes, order, changes, progress);
    }

    public Reading followedBy(Progress progress) {
        return new Reading(columns, classifier, zone, attributes, order, clockChanges, progress);
    }
}
