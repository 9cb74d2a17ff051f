package zhangfa.flow;

/**
 * A place where a case cannot go on by itself.
 *
 * @param node the BPMN id of the step, gateway or join
 * @param visit the activity that found nobody or the wait whose action failed; else the visit that the stuck token came from
 */
public record FlowIncident(int number, Kind kind, String node, int visit, String message) {

    /** At the same element by another name. */
    FlowIncident at(String name) {
        return new FlowIncident(number, kind, name, visit, message);
    }

    /** Whether a token stands here that neither a visit nor a join holds. */
    boolean isToken() {
        return switch (kind) {
            case CONDITION, NO_FLOW, TIMER, EVENT -> true;
            case NOBODY, ACTION, STUCK -> false;
        };
    }

    /** What stopped the case. */
    public enum Kind {
        /** Nobody could be found for a step. */
        NOBODY,
        /** A condition failed or said something that is neither yes nor no. */
        CONDITION,
        /** No condition held and there is no default flow. */
        NO_FLOW,
        /** A timer event gave no time; the token waits in front of it or of its step. */
        TIMER,
        /** An event cannot say what it waits for or throws; the token waits in front of it or of its activity. */
        EVENT,
        /** The action of a service task failed. */
        ACTION,
        /** Only tokens at joins are left, and none of the joins can fire. */
        STUCK
    }
}
