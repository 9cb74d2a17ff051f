package zhangfa.mining.log;

/** What comes first inside a case. */
public enum EventOrder {
    /** By the end of each event: the order of the field's tools, since most logs know completions only. */
    BY_END,
    /** By start, then end: for logs of activity instances that overlap. */
    BY_START
}
