/** Object-centric event logs (OCEL 1.0 and 2.0): events that concern several objects at once, and what they look like from one type of object. */
@NullMarked
package zhangfa.mining.ocel;

import org.jspecify.annotations.NullMarked;
