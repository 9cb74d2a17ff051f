package zhangfa.mining.time;

/** Shifts on these days and no others. */
record ListedShifts(Spans spans) implements Shifts {

    @Override
    public long between(long from, long to) {
        return spans.within(from, to);
    }

    @Override
    public long next(long moment) {
        return spans.next(moment);
    }

    @Override
    public long after(long moment, long work) {
        return work == 0 ? moment : spans.after(spans.until(moment) + work);
    }
}
