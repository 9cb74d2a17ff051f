/** Petri nets: the token game behind every kind of model, its files, and the markings it can reach. */
@NullMarked
package zhangfa.mining.net;

import org.jspecify.annotations.NullMarked;
