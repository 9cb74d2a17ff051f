package zhangfa.mining.simulation;

import java.util.Set;

/**
 * What an activity takes.
 *
 * @param duration working time of whoever does it
 * @param people the names of those who may do it; where there are none, nobody is needed and it passes by the clock
 */
public record Work(Distribution duration, Set<String> people) {

    public Work {
        people = Set.copyOf(people);
    }
}
