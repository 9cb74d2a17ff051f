package zhangfa.register;

import java.util.List;

/**
 * A register as a section of the rulebook lays it down.
 *
 * @param key its place in addresses, and the name of its table and view: lower-case letters, digits and underscores
 * @param states the first one is where a record begins
 * @param readers keys of positions; empty for everybody
 * @param writers keys of positions, who read as well; empty for everybody
 */
public record RegisterPlan(
        String key,
        String name,
        String prefix,
        List<Field> fields,
        List<State> states,
        List<String> readers,
        List<String> writers) {}
