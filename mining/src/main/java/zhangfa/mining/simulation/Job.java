package zhangfa.mining.simulation;

import org.jspecify.annotations.Nullable;

/** One piece of work of one case, from when it could begin. */
final class Job {

    private final Run run;
    private final int transition;
    private final long enabled;
    private long started;
    private final long duration;
    private Desk.@Nullable Clerk clerk;
    private boolean dropped;

    Job(Run run, int transition, long enabled, long duration) {
        this.run = run;
        this.transition = transition;
        this.enabled = enabled;
        this.started = enabled;
        this.duration = duration;
    }

    Run run() {
        return run;
    }

    int transition() {
        return transition;
    }

    long enabled() {
        return enabled;
    }

    long started() {
        return started;
    }

    long duration() {
        return duration;
    }

    Desk.@Nullable Clerk clerk() {
        return clerk;
    }

    void begin(long now, Desk.Clerk by) {
        started = now;
        clerk = by;
    }

    /** Ends it before it is done, because the case went another way. */
    void drop() {
        dropped = true;
    }

    boolean isDropped() {
        return dropped;
    }
}
