package zhangfa.mining.simulation;

import zhangfa.mining.time.Shifts;

/** Somebody who does one piece of work at a time, in their shifts; what is not done by their end goes on in the next. */
public record Person(String name, Shifts shifts) {}
