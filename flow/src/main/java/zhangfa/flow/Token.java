package zhangfa.flow;

/** A token that waits in front of a join: the flow it came on and the visit that sent it (0 is the start). */
public record Token(String flow, int from) {}
