/** Which cases a list is about, and the lists that somebody keeps under a name. */
@NullMarked
package zhangfa.work.view;

import org.jspecify.annotations.NullMarked;
