/** Logging in by an outside system's own page: going there, coming back, and who that is here. */
@NullMarked
package zhangfa.directory.entry;

import org.jspecify.annotations.NullMarked;
