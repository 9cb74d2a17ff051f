package zhangfa.flow;

/** States and events as compact JSON of a stated version; every version ever released stays readable. */
@SuppressWarnings("DoNotCallSuggester")
public final class FlowJson {

    private FlowJson() {}

    public static String write(FlowState state) {
        throw new UnsupportedOperationException(state.toString());
    }

    public static FlowState readState(String json) {
        throw new UnsupportedOperationException(json);
    }

    /** An event with its type, as the journal keeps it. */
    public static String write(FlowEvent event) {
        throw new UnsupportedOperationException(event.toString());
    }

    public static FlowEvent readEvent(String json) {
        throw new UnsupportedOperationException(json);
    }

    /** The stable name of an event's type, such as {@code task-opened}. */
    public static String kind(FlowEvent event) {
        throw new UnsupportedOperationException(event.toString());
    }
}
