package zhangfa.flow;

/** What a model may ask of the runtime beyond people, times and actions; a runtime says what of it it carries. */
public enum Outside {
    /** Messages that one case or another system sends to a case. */
    MESSAGES,
    /** Signals that every case hears. */
    SIGNALS,
    /** Cases that begin, and answer to, another one. */
    CALLS,
    /** Cases that a message, a signal or a time begins: {@link FlowModel#starts()}. */
    STARTS,
    /** What people choose to do in ad-hoc sub-processes: {@link FlowModel#choices(FlowState)}. */
    CHOICES
}
