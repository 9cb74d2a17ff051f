/** Processes played out with people, working hours and arrivals, to see what would happen if. */
@NullMarked
package zhangfa.mining.simulation;

import org.jspecify.annotations.NullMarked;
