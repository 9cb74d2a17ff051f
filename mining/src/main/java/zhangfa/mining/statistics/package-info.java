/** What an event log says in numbers: how often, how long, who with whom, and why. Times and durations are microseconds unless a name says otherwise. */
@NullMarked
package zhangfa.mining.statistics;

import org.jspecify.annotations.NullMarked;
