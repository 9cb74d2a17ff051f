package zhangfa.mining.simulation;

import zhangfa.mining.time.Shifts;

/**
 * When cases begin.
 *
 * @param from no case begins before this moment, in microseconds since 1970
 * @param between from one beginning to the next, in the time of the shifts
 * @param shifts when cases can begin at all
 */
public record Arrivals(long from, Distribution between, Shifts shifts) {}
