package zhangfa.mining.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import zhangfa.mining.net.Transition;

/**
 * One case on its way: the tokens that lie free, and those that work in progress holds. It has a chance of its own, so
 * that other people or hours do not change what cases are like.
 */
final class Run {

    private static final int MOST_STEPS = 1_000_000;
    private static final int MOST_JOBS = 1_000;

    private final int number;
    private final int[] marking;
    private final int[] held;
    private final List<Job> jobs = new ArrayList<>(2);
    private int steps;
    private final RandomGenerator random;

    Run(int number, int[] initial, long seed) {
        this.number = number;
        this.marking = initial.clone();
        this.held = new int[initial.length];
        this.random = new SplittableRandom(seed ^ (number + 1) * 0x9E3779B97F4A7C15L);
    }

    int number() {
        return number;
    }

    int[] marking() {
        return marking;
    }

    RandomGenerator random() {
        return random;
    }

    boolean isIdle() {
        return jobs.isEmpty();
    }

    /** Whether a place that must be empty holds a token that work in progress has taken. */
    boolean isHindered(Transition transition) {
        for (var place : transition.inhibitors()) {
            if (held[place] > 0) {
                return true;
            }
        }
        return false;
    }

    /** Takes the tokens of a transition whose work begins or waits. */
    void hold(Job job, Transition transition) {
        if (++steps > MOST_STEPS || jobs.size() > MOST_JOBS) {
            throw new EndlessCaseException();
        }
        for (var place : transition.takes()) {
            marking[place]--;
            held[place]++;
        }
        jobs.add(job);
    }

    /** Gives the tokens of a transition whose work is done. */
    void finish(Job job, Transition transition) {
        for (var place : transition.takes()) {
            held[place]--;
        }
        jobs.remove(job);
        for (var place : transition.resets()) {
            marking[place] = 0;
        }
        for (var place : transition.gives()) {
            marking[place]++;
        }
    }

    /** The jobs whose tokens a transition empties away, which are forgotten. */
    List<Job> dropped(Transition transition, List<Transition> all) {
        var dropped = new ArrayList<Job>();
        for (var job : jobs) {
            if (touches(transition.resets(), all.get(job.transition()).takes())) {
                dropped.add(job);
            }
        }
        for (var job : dropped) {
            jobs.remove(job);
            for (var place : all.get(job.transition()).takes()) {
                held[place]--;
            }
        }
        return dropped;
    }

    private static boolean touches(int[] some, int[] others) {
        for (var one : some) {
            for (var other : others) {
                if (one == other) {
                    return true;
                }
            }
        }
        return false;
    }
}
