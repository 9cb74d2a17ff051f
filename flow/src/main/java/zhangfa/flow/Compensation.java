package zhangfa.flow;

import java.util.List;

/**
 * The compensation of an activity: its handler begins here. It comes of the event that threw it and of what it compensates, and is
 * undone with either.
 *
 * @param handler the BPMN id of the handler
 * @param by the visit of the event that threw it: the {@link Scope} of all that it compensates
 * @param of what was done, and is compensated
 */
public record Compensation(int number, String handler, int by, Compensable of) implements Visit {

    @Override
    public String node() {
        return handler;
    }

    @Override
    public boolean isDone() {
        return true;
    }

    @Override
    public List<Integer> sources() {
        return List.of(by, of.visit());
    }
}
