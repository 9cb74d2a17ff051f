/** Speaking to office platforms: their tokens, their errors, and what all of them can do. */
@NullMarked
package zhangfa.directory.platform;

import org.jspecify.annotations.NullMarked;
